/**
 * The banner's style sheet, for `adoptedStyleSheets` of its shadow root; the worker sends it along with each view. The root's host is the box itself: a `popover="manual"` in
 * the top layer, small, at the top right. Its rules are important because a page's own rules for the host element would win otherwise,
 * `all` first of them: it takes away whatever else would shift, shrink or blank the banner (translate, zoom, text-indent ...).
 */
export const bannerCss = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:12px 12px auto auto!important;width:auto!important;
height:auto!important;max-width:calc(100vw - 16px)!important;max-height:calc(100dvh - 16px)!important;margin:0!important;padding:0!important;
border:0!important;background:none!important;overflow:visible!important;opacity:1!important;visibility:visible!important;
transform:none!important;filter:none!important;clip-path:none!important;pointer-events:auto!important;z-index:2147483647!important}
.stack{color-scheme:light dark;--ground:#fff;--ink:#16212b;--soft:#52606d;--line:#8795a1;--hair:#d9e0e6;--hover:#eef3f5;--accent:#0b6b62;--warn:#7a4b00;--warn-ground:#fff4dc;
--red:#c81e2d;font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);display:flex;flex-direction:column;
align-items:flex-end;gap:8px;max-height:calc(100dvh - 20px);text-align:start}
@media (max-height:560px){.stack{overflow:auto;scrollbar-width:thin;border-radius:14px}}
@media (prefers-color-scheme:dark){.stack{--ground:#18222b;--ink:#eef3f6;--soft:#b2bfca;--line:#75858f;--hair:#34424e;--hover:#24313c;--accent:#6fd3c7;
--warn:#ffd58a;--warn-ground:#3d2f12;--red:#ff7b80}}
*{box-sizing:border-box}
[hidden]{display:none!important}
h2,p,fieldset,legend{margin:0;padding:0;border:0;min-width:0}
.card,.mark{background:var(--ground);border:1px solid var(--line);border-radius:14px;box-shadow:0 2px 6px #0003,0 8px 28px #0003;overflow-wrap:anywhere}
.card{width:min(372px,calc(100vw - 16px));max-height:calc(100dvh - 24px);display:flex;flex-direction:column;flex:0 1 auto;min-height:min(230px,calc(100dvh - 24px))}
.card header{display:flex;gap:8px;align-items:flex-start;padding:12px 14px 8px 6px}
[dir=rtl] .card header{padding:12px 6px 8px 14px}
h2{font-size:15px;line-height:1.35;font-weight:650;flex:1}
.body{padding:0 16px 12px;display:grid;gap:9px;overflow:auto;min-height:64px;scrollbar-width:thin}
.small,legend,details,.company p{font-size:13px}
.small,.company p{color:var(--soft)}
legend{font-weight:650;margin-bottom:2px}
fieldset label{display:flex;gap:8px;align-items:flex-start;padding:4px 0;cursor:pointer}
input[type=checkbox]{width:18px;height:18px;margin:1px 0 0;flex:none;accent-color:var(--accent)}
.company{display:grid;grid-template-columns:1fr auto;gap:2px 10px;align-items:center;border-block:1px solid var(--hair);padding-block:8px}
.company p{grid-column:1/-1}
.stepper{display:flex;gap:4px}
.stepper input{width:3.2em;text-align:center;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px;
padding:0;appearance:textfield}
.stepper input::-webkit-inner-spin-button{appearance:none;margin:0}
.stepper button{width:32px;min-height:32px;padding:0;font-size:18px;line-height:1}
.next{color:var(--accent);font-weight:600}
.anew{color:var(--accent)}
.warning{background:var(--warn-ground);color:var(--warn);border-inline-start:4px solid currentColor;border-radius:6px;padding:8px 10px;font-size:13px}
summary{cursor:pointer;color:var(--accent);width:fit-content;border-radius:4px;padding:2px 0;text-decoration:underline;text-underline-offset:3px}
.where>*+*{margin-top:8px}
.where select{display:block}
.where label{display:flex;gap:8px;align-items:flex-start}
.where p{color:var(--soft)}
.where p:empty{display:none}
.mark .where{grid-column:1/-1;padding-inline-start:8px}
select{font:inherit;color:inherit;background:var(--ground);border:1.5px solid var(--line);border-radius:8px;min-height:34px;max-width:100%}
.notice{white-space:pre-line;margin-top:6px;color:var(--soft)}
textarea{display:block;width:100%;font:13px/1.4 ui-monospace,monospace;color:inherit;background:var(--hover);border:1px solid var(--line);border-radius:8px;
padding:8px;resize:vertical}
footer{display:flex;flex-wrap:wrap;gap:8px;padding:10px 16px 14px;border-top:1px solid var(--hair)}
footer button{flex:1 1 76px;padding-inline:8px;overflow-wrap:normal}
.progress{flex-basis:100%;display:flex;gap:8px;align-items:center;font-size:13px}
button{font:inherit;font-weight:600;color:inherit;background:var(--ground);border:1.5px solid var(--line);border-radius:9px;min-height:38px;
padding:5px 12px;cursor:pointer}
button:hover{background:var(--hover)}
button[aria-disabled=true],button:disabled{color:var(--soft);cursor:default;background:var(--hover);border-color:var(--hair)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.handle{border:0;background:none;min-height:24px;width:20px;padding:0;color:var(--soft);cursor:grab;touch-action:none;flex:none;display:grid;
place-items:center;border-radius:6px}
.handle:active{cursor:grabbing}
.shape{flex:none;margin-top:1px}
.asked{color:var(--accent)}.recording{color:var(--red)}.paused{color:var(--warn)}.stopped,.ended{color:var(--soft)}
.mark{display:grid;grid-template-columns:auto auto minmax(0,1fr) auto;gap:8px;align-items:center;padding:6px 8px 6px 4px;max-width:min(340px,calc(100vw - 16px));flex:none}
[dir=rtl] .mark{padding:6px 4px 6px 8px}
.mark>p{font-size:13px;line-height:1.3;padding-inline-end:6px}
.mark b{display:block;font-weight:650}
.mark bdi,.mark span{display:block;color:var(--soft)}
.mark button:not(.handle){min-height:32px;font-size:13px;padding:3px 10px}
.mark .mine:not(.handle){border:0;background:none;min-height:24px;padding:2px 0;font-weight:400;color:var(--accent);text-decoration:underline;text-underline-offset:3px;text-align:start}
.sure{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:8px;border-top:1px solid var(--hair);padding:8px 4px 4px 8px;font-size:13px}
.sure p{flex-basis:100%}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.turning{width:14px;height:14px;border:2px solid var(--line);border-top-color:var(--accent);border-radius:50%}
@media (prefers-reduced-motion:no-preference){.turning{animation:turn 1s linear infinite}@keyframes turn{to{rotate:1turn}}}
@media (forced-colors:active){.card,.mark,button,.warning{border:1px solid}.shape,.handle{color:CanvasText}.recording{color:Highlight}:focus-visible{outline-color:Highlight}}
`;
