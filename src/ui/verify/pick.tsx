import { useRef, useState } from 'preact/hooks';
import { Icon } from '../style/icon.tsx';
import { pickedFrom, pickedFromDrop } from './dropped.ts';
import { say } from './say.ts';
import type { Picked } from './state.ts';

/** Where files are dropped or chosen; the buttons are for whoever does not drag. */
export function Pick({ check }: { readonly check: (picked: readonly Picked[]) => void }) {
  const [over, hover] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    hover(false);
    // What cannot be read is told as nothing: a file that goes away while it is dropped.
    if (event.dataTransfer) pickedFromDrop(event.dataTransfer).then(check, () => check([]));
  };
  const chosen = (input: HTMLInputElement) => {
    check(pickedFrom(input.files));
    input.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the buttons inside are the one for everybody
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => hover(false)}
      onDrop={drop}
    >
      <Icon name="log" size={34} />
      <p class="drop-words">{say(over ? 'drop.now' : 'drop')}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => files.current?.click()}>
          {say('choose.files')}
        </button>
        <button type="button" class="button" onClick={() => folder.current?.click()}>
          {say('choose.folder')}
        </button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-pick="files"
        onChange={(event) => chosen(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        data-pick="folder"
        onChange={(event) => chosen(event.currentTarget)}
      />
    </div>
  );
}
