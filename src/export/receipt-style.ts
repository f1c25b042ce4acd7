/** Black on white, in the reader's own fonts; margins for A4 and Letter alike. Nothing that has to be fetched. */
export const PRINT = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;font:400 1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}
header{border-block-end:2px solid #111;margin-block-end:1.25rem}
h1{font-size:1.75rem;line-height:1.2;margin:0}
h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
p{margin:.35rem 0}
.who{font-size:1.05rem;margin:.4rem 0 .8rem}
.when{color:#444}
blockquote{margin:.5rem 0;padding:.25rem 1rem;border-inline-start:3px solid #777;background:#f6f6f6}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-block-end:1px solid #ccc}
th{font-weight:400;width:14rem;color:#333}
ul{padding-inline-start:1.2rem;margin:.25rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.35rem .75rem;margin:.75rem 0}
dt{color:#444}
dd{margin:0}
[dir=rtl] .digits{text-align:right}
.digits{font-family:ui-monospace,monospace;font-size:.95rem}
.proof{border-block-start:1px solid #999;margin-block-start:2rem}
@page{margin:16mm 15mm}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
h2,.when{break-after:avoid}
blockquote,tr,li,dl>*{break-inside:avoid}
blockquote{background:none}
}
@media (max-width:32rem){dl{grid-template-columns:1fr;gap:.1rem}dd{margin-block-end:.5rem}th{width:9rem}}
`;
