/** How the page looks: light and dark, on a desk, on a phone and on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light;--bg:#fff;--fg:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--accent:#0a5a9c;
--encrypted:#0a5a9c;--clear:#b3261e;--undecided:#7a3e9d;--unprotected:#57606a;--dropped:#8a5000;--idle:#57606a}
.dark{color-scheme:dark;--bg:#0f1419;--fg:#e6edf3;--soft:#a4b0bc;--line:#3a444f;--panel:#161c23;--accent:#6cb6ff;
--encrypted:#6cb6ff;--clear:#ff8a80;--undecided:#d6a5f5;--unprotected:#a4b0bc;--dropped:#f0b660;--idle:#a4b0bc}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif}
header,main,footer{max-width:1800px;margin:0 auto;padding:12px 20px}
header{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;border-bottom:1px solid var(--line)}
h1{font-size:20px;margin:0}
h2{font-size:17px;margin:28px 0 8px}
h3{font-size:15px;margin:0 0 6px;overflow-wrap:anywhere}
h4{font-size:13px;margin:12px 0 4px}
a{color:var(--accent)}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;background:var(--bg);padding:6px 10px;z-index:9}
.verdict{font-weight:700;border:2px solid;border-radius:6px;padding:2px 10px}
.verdict.pass{color:var(--encrypted)}
.verdict.fail{color:var(--clear)}
.verdict.undecided{color:var(--undecided)}
.grow{flex:1}
button,select,input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--soft);border-radius:6px;padding:5px 10px;max-width:100%}
button{cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.tools{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin:8px 0}
.tools label{display:flex;gap:6px;align-items:center;max-width:100%}
.tools select{min-width:0}
#picture{display:grid;grid-template-columns:1fr;gap:12px}
#picture.with-details{grid-template-columns:minmax(0,1fr) 320px}
#stage{overflow:auto;border:1px solid var(--line);border-radius:8px;max-height:85vh;background:var(--bg)}
#stage svg{display:block;margin:0 auto}
#details{border:1px solid var(--line);border-radius:8px;padding:12px;background:var(--panel);overflow:auto;max-height:85vh}
dl{margin:0;font-size:14px}
dt{color:var(--soft);font-size:12px;margin-top:6px}
dd{margin:0;overflow-wrap:anywhere}
ul.plain{margin:4px 0;padding:0;list-style:none;font-size:14px}
ul.plain li{padding:3px 0;overflow-wrap:anywhere}
.cell[data-item],.box[data-item]{cursor:pointer}
.box[data-item]:focus-visible rect{stroke:var(--accent);stroke-width:2.5}
.cell[data-item]:focus-visible rect.card,.cell[data-item]:hover rect.card{stroke:var(--accent);stroke-width:2.5}
.lit rect.card{stroke:var(--accent)!important;stroke-width:4!important}
.box.lit rect{stroke:var(--accent)!important;stroke-width:4!important}
.finding{border:1px solid var(--line);border-left:5px solid var(--undecided);border-radius:6px;padding:8px 12px;margin:8px 0;overflow-wrap:anywhere}
.finding.violation{border-left-color:var(--clear)}
.finding.note,.finding.suppressed{border-left-color:var(--idle)}
.finding p{margin:4px 0}
.finding .where{color:var(--soft);font-size:13px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid var(--line);overflow-wrap:break-word}
th{color:var(--soft);font-weight:600;font-size:13px}
tr.changed td:first-child{box-shadow:inset 4px 0 var(--undecided)}
.state{font-weight:600;white-space:nowrap}
.state .sign{display:inline-block;width:1.1em;text-align:center}
.state.encrypted,.state.inside{color:var(--encrypted)}
.state.clear{color:var(--clear)}
.state.undecided{color:var(--undecided)}
.state.dropped{color:var(--dropped)}
.state.unprotected,.state.idle{color:var(--unprotected)}
summary{cursor:pointer}
.scroll{overflow-x:auto}
.soft{color:var(--soft)}
.told{min-height:1.5em;font-weight:600}
footer{color:var(--soft);font-size:13px;border-top:1px solid var(--line);margin-top:32px}
@media (max-width:800px){header,main,footer{padding:10px 12px}
#picture.with-details{grid-template-columns:minmax(0,1fr)}
#details{max-height:none}
table.paths thead{display:none}
table.paths tr{display:block;border-bottom:2px solid var(--line);padding:6px 0}
table.paths td{display:block;border:0;padding:2px 0}
table.paths td::before{content:attr(data-label) ": ";color:var(--soft);font-size:12px}}
@media print{header button,[data-shows],.tools,#details,.skip,#more{display:none!important}
#stage{max-height:none;overflow:visible;border:0}
#stage svg{width:100%!important;height:auto}
.finding,tr{break-inside:avoid}
body,td,dd,.finding .where{font-size:11px}}
`;
