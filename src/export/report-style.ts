/** The report's own style: one file, no script, nothing fetched. On paper entries stay whole, and each meeting begins a page. */
export const REPORT_STYLE = `
:root{color-scheme:light;--ink:#16212b;--soft:#51606c;--hair:#d3dbe1;--wash:#eef2f4;--accent:#0b6b62}
*{box-sizing:border-box}
body{margin:0 auto;max-width:960px;padding:32px 24px 64px;background:#fff;color:var(--ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.2;margin:0 0 6px}
h2{font-size:20px;margin:44px 0 6px;padding-top:18px;border-top:3px solid var(--accent)}
h3{font-size:15px;margin:26px 0 8px}
p{margin:6px 0}
.soft{color:var(--soft)}
.note{margin:14px 0;padding:10px 14px;border:1px solid var(--hair);border-left:4px solid var(--accent);border-radius:4px;background:var(--wash)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 18px;margin:10px 0}
dt{color:var(--soft)}dd{margin:0}
code{font:12.5px/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
table{width:100%;border-collapse:collapse;margin:8px 0}
th,td{padding:6px 8px;border-bottom:1px solid var(--hair);text-align:start;vertical-align:top}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td{min-width:5.2em}td:first-child{min-width:8em}td[data-of=When],td[data-of=From],td[data-of=To]{white-space:nowrap}
td:first-child,th:first-child{padding-inline-start:0}
blockquote{margin:8px 0;padding:8px 14px;border-inline-start:3px solid var(--hair);white-space:pre-wrap}
ol.story{list-style:none;margin:8px 0;padding:0}
ol.story li{display:grid;grid-template-columns:8.5em 1fr 4.5em;gap:0 12px;padding:5px 0;border-bottom:1px solid var(--hair)}
ol.story .n{color:var(--soft);text-align:end}
ol.story time{color:var(--soft);font-variant-numeric:tabular-nums}
ol.story .key{font-weight:650}
ol.story .left{color:var(--soft);font-style:italic}
@media (max-width:560px){ol.story li{grid-template-columns:1fr auto}ol.story li>span:nth-child(2){grid-column:1/-1;grid-row:2}dl{grid-template-columns:1fr}table,tbody,tr,td{display:block}thead{display:none}td{border:0;padding:2px 0;min-width:0}td::before{content:attr(data-of) ": ";color:var(--soft)}tr{display:block;padding:8px 0;border-bottom:1px solid var(--hair)}}
@page{margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}h1{font-size:20pt}h2{font-size:15pt;break-before:page;margin-top:0}h2:first-of-type{break-before:auto;margin-top:24pt}h3{break-after:avoid}li,tr,blockquote,.note{break-inside:avoid}.note{background:none}thead{display:table-header-group}}
`;
