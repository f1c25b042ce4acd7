/**
 * Elements with a shadow root that draw what stands in them, as the components of the real site do: their attributes and words are to be read from
 * outside, and what draws them is not.
 */
class Component extends HTMLElement {
  constructor() {
    super();
    const inner = document.createElement('div');
    inner.append(document.createElement('slot'));
    this.attachShadow({ mode: 'open' }).append(inner);
  }
}

export function defineMomentum(): void {
  customElements.define('mdc-button', class extends Component {});
  customElements.define('mdc-text', class extends Component {});
}

/** As tags: to the compiler each is an element like any other. */
export const MdcButton = 'mdc-button' as unknown as 'button';
export const MdcText = 'mdc-text' as unknown as 'span';
