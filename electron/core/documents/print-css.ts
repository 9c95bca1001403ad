/** What stands around the text of every page. */
export type Furniture = { head: string; report: string; foot: string };

/** A CSS string that nothing in it can end: everything but plain letters and digits is written as its code point. */
const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[\p{L}\p{N} ]/u.test(c) ? c : `\\${(c.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;

const font = "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

const box = (content: string): string => `{ content: ${content}; font: 8.5pt ${font}; color: #444; }`;

/** A4 with a running head and, on every page, page x of y, version and check code. */
const pageRules = ({ head, report, foot }: Furniture): string => `
@page {
  size: A4;
  margin: 24mm 18mm 20mm;
  @top-left ${box(cssString(head))}
  @top-right ${box(cssString(report))}
  @bottom-left ${box(cssString(foot))}
  @bottom-right ${box('"第 " counter(page) " 页 / 共 " counter(pages) " 页"')}
}`;

const textRules = `
* { box-sizing: border-box; }
body { margin: 0; font: 10pt/1.6 ${font}; color: #111; font-variant-numeric: tabular-nums; }
h1 { font-size: 17pt; text-align: center; margin: 0 0 5mm; letter-spacing: 0.08em; }
h2 { font-size: 11pt; margin: 5mm 0 2mm; padding-bottom: 0.8mm; border-bottom: 0.3mm solid #666; break-after: avoid; }
p { margin: 1mm 0; orphans: 2; widows: 2; }
.lead { margin: 3mm 0; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.none { color: #666; }
.pointer { color: #444; font-size: 9pt; }
.answer { margin: 2mm 0; break-inside: avoid; }
.answer p:first-child { font-weight: 600; }
.pairs { break-inside: avoid; display: grid; grid-template-columns: 1fr 1fr; margin: 2mm 0; border-top: 0.2mm solid #999; border-left: 0.2mm solid #999; }
.pairs div { display: grid; grid-template-columns: 26mm 1fr; border-right: 0.2mm solid #999; border-bottom: 0.2mm solid #999; break-inside: avoid; }
.pairs div:last-child:nth-child(odd) { grid-column: 1 / -1; }
.pairs dt { padding: 1mm 2mm; background: #f1f1f1; }
.pairs dd { margin: 0; padding: 1mm 2mm; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 2mm 0; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #999; padding: 1mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f1f1f1; font-weight: 600; }
th.number, td.number { text-align: right; }
td p { margin: 0; }
.chart { margin: 3mm 0; break-inside: avoid; }
.chart figcaption { font-size: 9pt; color: #444; margin-bottom: 1mm; }
.chart svg { display: block; width: 100%; height: auto; }
tr.struck td { text-decoration: line-through; color: #555; }
tr.struck .pointer { text-decoration: none; display: inline-block; }
td.whole { word-break: keep-all; }
tbody.last { break-inside: avoid; }
td.ending { border: 0; padding: 0; }
.signatures { margin-top: 8mm; break-before: avoid; break-inside: avoid; display: grid; row-gap: 6mm; }
.signatures div { display: flex; align-items: baseline; gap: 2mm; }
.signatures i { flex: 0 0 50mm; border-bottom: 0.3mm solid #333; }
.signatures i.short { flex-basis: 34mm; }
.signed { height: 22mm; border-bottom: 0.3mm solid #333; break-inside: avoid; }
.signed svg { height: 100%; }
.fonts { position: absolute; visibility: hidden; height: 0; overflow: hidden; white-space: nowrap; }
@media screen {
  html { background: #d9dce1; }
  body { width: 210mm; min-height: 297mm; margin: 6mm auto; padding: 20mm 18mm; background: #fff; }
  .hint { margin: -14mm -12mm 8mm; padding: 2mm 4mm; background: #eef3fb; color: #223; font-size: 9.5pt; }
}
@media print { .hint { display: none; } }
`;

export const printCss = (furniture: Furniture): string => pageRules(furniture) + textRules;
