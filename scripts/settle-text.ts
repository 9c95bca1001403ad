import type { Choice, SettleError } from '../shared/damages/engine/ledger.ts';
import type { ItemResult, PayerResult, PoolResult, Settlement, VictimResult } from '../shared/settlement/result.ts';

/** The catalogue of one language, resources/locales/<language>/settle.json. */
export type Words = { readonly [key: string]: string | Words };

const word = (words: Words, key: string): string => {
  const found = key
    .split('.')
    .reduce<string | Words | undefined>((level, part) => (typeof level === 'object' ? level[part] : undefined), words);
  return typeof found === 'string' ? found : (key.split('.').at(-1) ?? key);
};

/** A code's word in one group of the catalogue; what has none (a reason in free words, a number) stands as it is. */
const codeWord = (words: Words, group: string, code: string): string => {
  const list = words[group];
  const found = typeof list === 'object' ? list[code] : undefined;
  return typeof found === 'string' ? found : code;
};

/** "art. 10" in the words of the language: 第10条. */
const lawText = (text: string, words: Words): string =>
  codeWord(words, 'sources', text).replace(
    /\barts?\. (\d+(?:[–-]\d+)?)(?: para (\d+))?/g,
    (_all, article: string, paragraph?: string) =>
      `${word(words, 'article').replace('#', article)}${paragraph === undefined ? '' : word(words, 'paragraph').replace('#', paragraph)}`,
  );

const separators = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Chinese characters are two columns wide in a terminal. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));
const padStart = (text: string, columns: number): string => ' '.repeat(Math.max(1, columns - width(text))) + text;

const row = (label: string, yuan: string, detail = ''): string =>
  `  ${padEnd(label, 26)}${padStart(separators(yuan), 16)}${detail === '' ? '' : `   ${detail}`}`;

const itemName = (item: ItemResult, words: Words): string => (item.key === 'other' ? item.label : word(words, `items.${item.key}`));

const itemRows = (item: ItemResult, words: Words): string[] => {
  const mark = item.mark === 'input' ? '' : ` [${item.mark}]`;
  const claimed =
    item.claimedFen === null || item.claimedFen === item.amountFen
      ? ''
      : ` (${word(words, 'claimed')} ${(item.claimedFen / 100).toFixed(2)})`;
  const head = row(itemName(item, words), item.amountYuan, `${item.working.values}${mark}${claimed}`);
  const parts = item.working.parts.map((part) => `      · ${part.label}  ${separators(part.amountYuan)}   ${part.values}`);
  const article = item.working.article === '' ? [] : [`      ${lawText(item.working.article, words)}`];
  return [head, ...article, ...parts];
};

const personRows = (victim: VictimResult, words: Words): string[] => [
  `\n■ ${word(words, 'victim')} ${victim.label}`,
  ...victim.items.flatMap((item) => itemRows(item, words)),
  row(word(words, 'total'), victim.totals.total.yuan),
  `  — ${word(words, 'compulsory')} —`,
  ...victim.compulsory.map((share) =>
    row(`${share.vehicle} · ${word(words, `groups.${share.group}`)}`, share.amount.yuan, payerName(share.payer, words)),
  ),
  row(word(words, 'compulsoryTotal'), victim.compulsoryTotal.yuan),
  row(word(words, 'excess'), victim.excess.yuan),
  ...victim.liabilities
    .filter((liability) => liability.amount.fen > 0)
    .map((liability) =>
      row(
        `${liability.vehicle}`,
        liability.amount.yuan,
        `${liability.working}  =  ${word(words, 'layers.commercial')} ${liability.commercial.yuan} + ${word(words, 'layers.seat')} ${liability.seat.yuan} + ${word(words, 'layers.person')} ${liability.person.yuan}${liability.self.fen > 0 ? ` + ${word(words, 'self')} ${liability.self.yuan}` : ''}`,
      ),
    ),
  row(word(words, 'ownShare'), victim.ownShare.yuan),
  row(word(words, 'awarded'), victim.awarded.yuan),
  row(word(words, 'alreadyPaid'), victim.alreadyPaid.yuan),
  ...victim.payments.flatMap((payment) =>
    payment.refunds.map((refund) =>
      row(word(words, 'refund'), refund.amount.yuan, `${payerName(payment.payer, words)} → ${payerName(refund.to, words)}`),
    ),
  ),
  ...victim.surplus.map((entry) => row(word(words, 'surplus'), entry.amount.yuan, payerName(entry.payer, words))),
  row(word(words, 'receives'), victim.receives.yuan),
];

const payerName = (payer: string, words: Words): string => {
  const [kind = '', ...rest] = payer.split(':');
  return rest.length === 0 ? word(words, `payers.${kind}`) : `${word(words, `payers.${kind}`)} ${rest.join(':')}`;
};

const poolMoves = (pool: PoolResult, words: Words): string => {
  const moves = (['used', 'reserve'] as const).filter((name) => pool[name].fen > 0);
  const taken = moves.map((name) => `${word(words, `limitWords.${name}`)} ${pool[name].yuan}; `).join('');
  return moves.length === 0 ? '' : `${taken}${word(words, 'limitWords.available')} ${pool.available.yuan}; `;
};

const poolRow = (pool: PoolResult, words: Words): string =>
  row(
    `${pool.vehicle} · ${word(words, `groups.${pool.group}`)}`,
    pool.limit.yuan,
    `${poolMoves(pool, words)}${word(words, 'left')} ${pool.left.yuan}  [${pool.mark}] ${lawText(pool.source, words)}`,
  );

/** One fact in words: sums of fen as yuan, codes by the catalogue. */
const factText = ([key, value]: [string, unknown], words: Words): string => {
  const plain = Array.isArray(value) ? value.join(', ') : String(value);
  const group = { reason: 'reasons', figure: 'figures' }[key];
  const coded = group === undefined ? plain : codeWord(words, group, plain);
  return `${word(words, `facts.${key}`)} ${key.endsWith('Fen') ? (Number(value) / 100).toFixed(2) : lawText(coded, words)}`;
};

/** What a code says in one sentence, with its facts. */
const sentence = (entry: { code: string; path: string }, words: Words, list: string): string => {
  const facts = Object.entries(entry)
    .filter(([key, value]) => !['code', 'path', 'problem'].includes(key) && value !== '')
    .map((fact) => factText(fact, words));
  return `${word(words, `${list}.${entry.code.replace('settle.', '')}`)}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
};

const coded = (entry: { code: string; path: string }, words: Words, list: string): string =>
  `  ${entry.path}: ${sentence(entry, words, list)}`;

/** The problems of a case file for machines: the code and its facts, and one sentence that says what to do. */
export const errorsWithWords = (errors: readonly SettleError[], words: Words): object[] =>
  errors.map((error) => ({ ...error, message: sentence(error, words, 'errors') }));

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`\n■ ${title}`, ...lines]);

const figureRow = (figure: Settlement['standards']['figures'][number], words: Words): string => {
  const place = [figure.region, figure.year ?? '', figure.series].filter((part) => part !== '').join(' ');
  return `  ${word(words, `figures.${figure.figure}`)} ${place} = ${figure.value}  [${figure.mark}] ${figure.source}`;
};

const headRows = ({ ruleSet, standards, caseRef }: Settlement, words: Words): string[] => [
  `${word(words, 'title')}  ${caseRef}`,
  `${word(words, 'ruleSet')}: ${ruleSet.id} · ${ruleSet.instrument} [${ruleSet.mark}] (${word(words, `selectedBy.${ruleSet.by}`)})`,
  `${word(words, 'pack')}: ${standards.pack} ${standards.version}`,
  ...standards.figures.map((figure) => figureRow(figure, words)),
];

const payerRow = (payer: PayerResult, words: Words): string => {
  const split = [
    `${word(words, 'alreadyPaid')} ${payer.alreadyPaid.yuan}`,
    `${word(words, 'refund')} ${payer.refunds.yuan}`,
    `${word(words, 'toVictims')} ${payer.toVictims.yuan}`,
  ];
  return row(payerName(payer.payer, words), payer.total.yuan, split.join('; '));
};

const choiceRow = (choice: Choice, words: Words): string => {
  const valueWord = (value: string): string => codeWord(words, 'values', value);
  const used = `${valueWord(choice.value)}${choice.given ? '' : ` (${word(words, 'default')})`}`;
  const hint =
    choice.suggestion === '' || choice.suggestion === choice.value ? [] : [`${word(words, 'suggestion')} ${valueWord(choice.suggestion)}`];
  const reason = choice.reason === '' ? [] : [codeWord(words, 'reasons', choice.reason)];
  const why = [...hint, ...reason, `[${choice.mark}] ${lawText(choice.source, words)}`].join('; ');
  return `  ${word(words, `choiceNames.${choice.key}`)} (${choice.path}): ${used}\n      ${why}`;
};

/** The whole calculation as a readable sheet; every figure is also in the JSON. */
export const sheetAsText = (settlement: Settlement, words: Words): string => {
  const { victims, pools, payers, recourse, choices, remarks } = settlement;
  const title = (key: string): string => word(words, key);
  const recourseRows = recourse.map((entry) =>
    row(
      `${payerName(entry.from, words)} → ${entry.to
        .split(' + ')
        .map((to) => payerName(to, words))
        .join(' + ')}`,
      entry.amount.yuan,
      codeWord(words, 'reasons', entry.reason),
    ),
  );
  return [
    ...headRows(settlement, words),
    ...victims.flatMap((victim) => personRows(victim, words)),
    ...section(
      title('pools'),
      pools.map((pool) => poolRow(pool, words)),
    ),
    ...section(
      title('payersTitle'),
      payers.map((payer) => payerRow(payer, words)),
    ),
    ...section(title('recourse'), recourseRows),
    ...section(
      title('choices'),
      choices.map((choice) => choiceRow(choice, words)),
    ),
    ...section(
      title('remarksTitle'),
      remarks.map((remark) => coded(remark, words, 'remarks')),
    ),
    `\n${title('marks')}`,
    title('disclaimer'),
  ].join('\n');
};

/** The problems of a case file, each with its path. */
export const errorsAsText = (errors: readonly SettleError[], words: Words): string =>
  [word(words, 'errorsTitle'), ...errors.map((error) => coded(error, words, 'errors'))].join('\n');
