/**
 * How pictures look. Every colour is a variable, so that the page can be light or dark, and every state has a dash of its own
 * beside its colour.
 */
export const PICTURE_STYLE = `
.picture{--ground:#fff;--ink:#1b1f24;--soft:#57606a;--faint:#d0d7de;--card:#fff;--wan:#f6f8fa;--region:#eef3f8;--hub:#e1ecf7;
--encrypted:#0a5a9c;--clear:#b3261e;--undecided:#7a3e9d;--unprotected:#6b6f76;--idle:#8c959f;--mark:#9a5b00;
font-family:"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif}
.dark .picture{--ground:#0f1419;--ink:#e6edf3;--soft:#a4b0bc;--faint:#3a444f;--card:#161c23;--wan:#131920;--region:#18212b;
--hub:#1d2b3a;--encrypted:#6cb6ff;--clear:#ff8a80;--undecided:#d6a5f5;--unprotected:#a4b0bc;--idle:#7d8893;--mark:#f0b660}
.picture text{fill:var(--ink);font-size:11px}
.picture .ground{fill:var(--ground)}
.picture .box rect{stroke:var(--faint);stroke-width:1}
.picture .box.wan rect{fill:var(--wan);stroke-dasharray:none}
.picture .box.region rect{fill:var(--region)}
.picture .box.hub rect{fill:var(--hub)}
.picture .box .title,.picture .cell .title{font-size:13px;font-weight:600}
.picture .detail{fill:var(--soft)}
.picture .block rect.frame{fill:var(--card);fill-opacity:.55;stroke:var(--faint)}
.picture .heading{fill:var(--soft);font-weight:600}
.picture .cell rect.card{fill:var(--card);stroke:var(--soft);stroke-width:1}
.picture .cell.circuit rect.card,.picture .cell.internet rect.card{stroke-width:1.6}
.picture .cell.unseen rect.card{stroke-dasharray:3 3;stroke:var(--undecided)}
.picture .cell .bar{fill:var(--own,var(--faint))}
.picture .glyph{fill:none;stroke:var(--soft);stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round}
.picture .sign{fill:none;stroke:var(--own);stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.picture .encrypted{--own:var(--encrypted)}
.picture .clear{--own:var(--clear)}
.picture .undecided{--own:var(--undecided)}
.picture .unprotected{--own:var(--unprotected)}
.picture .idle{--own:var(--idle)}
.picture .line path.way{fill:none;stroke:var(--own,var(--idle));stroke-width:1.6}
.picture .line.inside path.way{stroke:var(--soft);stroke-width:1.1}
.picture .line.circuit path.pipe{fill:none;stroke:var(--faint);stroke-width:9;stroke-linecap:round;stroke-opacity:.7}
.picture .line.tunnel path.way{stroke-width:5.5}
.picture .line.tunnel path.core{fill:none;stroke:var(--ground);stroke-width:2}
.picture .line.tunnel.clear path.core,.picture .line.tunnel.undecided path.core,.picture .line.tunnel.idle path.core,
.picture .line.tunnel.unprotected path.core{display:none}
.picture .line.clear path.way{stroke-width:3.2;stroke-dasharray:9 5}
.picture .line.undecided path.way{stroke-width:2.6;stroke-dasharray:2 5;stroke-linecap:round}
.picture .line.unprotected path.way{stroke-width:1.6;stroke-dasharray:8 3 2 3}
.picture .line.idle path.way{stroke-width:1.4}
.picture .label rect{fill:var(--card);stroke:var(--own);stroke-width:1}
.picture .label text{fill:var(--own);font-weight:600}
.picture .badge rect{fill:var(--mark)}
.picture .badge text{fill:var(--ground);font-weight:700;font-size:10px}
.picture .new text{fill:var(--encrypted);font-weight:700}
.picture .legend text{fill:var(--soft)}
`;
