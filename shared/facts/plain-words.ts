/**
 * Brings a text to the form in which two ways of writing the same thing are equal. It errs on the side of keeping a difference:
 * a false alarm costs a look, a missed drift costs money. Source: lessons.md D-2.
 */
export const plainWords = (text: string): string => {
  const folded = variants(halfWidth(text).toLowerCase());
  return listed(withoutHedges(units(numbers(folded))));
};

/** Amounts in yuan a month that a text names, for comparing it with an amount; `null` unless there is exactly one number. */
export const monthlyFenIn = (text: string): number | null => {
  const folded = units(numbers(variants(halfWidth(text).toLowerCase())));
  const found = [...folded.matchAll(/\d+(?:\.\d+)?/g)];
  if (found.length !== 1) return null;
  const fen = Math.round(Number(found[0]?.[0]) * 100);
  if (folded.includes('/年')) return Math.round(fen / 12);
  return /\/(天|日|周|时)/.test(folded) ? null : fen;
};

/** The date that a text names, `YYYY-MM-DD`; `null` when it names none or more. */
export const dateIn = (text: string): string | null => {
  const found = /^\D*(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D*$/.exec(numbers(halfWidth(text)));
  return found ? `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}` : null;
};

/** A relation under one of its names. */
export const plainRelation = (text: string): string => {
  const plain = plainWords(text);
  return relations.find((names) => names.includes(plain))?.[0] ?? plain;
};

const relations: readonly (readonly string[])[] = [
  ['妻子', '老婆', '爱人', '太太', '媳妇', '妻'],
  ['丈夫', '老公', '先生', '夫'],
  ['父亲', '爸爸', '爸', '父'],
  ['母亲', '妈妈', '妈', '母'],
  ['儿子', '子'],
  ['女儿', '女', '闺女'],
];

/** Compatibility forms (full width, circled, ligatures) and invisible characters. */
const halfWidth = (text: string): string => text.normalize('NFKC').replace(/[\u200b-\u200f\ufeff]/g, '');

/** Characters and words that are written in several ways. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/帐/g, '账'],
  [/其它/g, '其他'],
  [/黏/g, '粘'],
  [/(\d|[一二三四五六七八九十百])\s*(?:幢|座|号楼)/g, '$1栋'],
  [/室(?=$|[\s,.;、。])/g, ''],
  [/(?:您|你|他|她|我|本人)(?:现在)?(?:是|在)(?=\S)/g, ''],
];

const variants = (text: string): string => spellings.reduce((done, [from, to]) => done.replace(from, to), text);

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, k: 1_000, w: 10_000 };

/** `3,000`, `3千`, `0.3万`, `三千`, `3k` all become `3000`. */
const numbers = (text: string): string =>
  text
    .replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1')
    .replace(/(\d+(?:\.\d+)?)\s*([千万kw])(?![a-z])(\d)?(?!\d)/g, (...[, number, power, rest]: (string | undefined)[]) =>
      plainNumber(Number(number) * (powers[power ?? ''] ?? 1) + Number(rest ?? 0) * ((powers[power ?? ''] ?? 1) / 10)),
    )
    .replace(/[零〇一二两三四五六七八九十百千万]+/g, (words) => (/[十百千万]/.test(words) ? plainNumber(spoken(words)) : spelled(words)))
    .replace(/(\d+)\.(\d*?)0+(?!\d)/g, (...[, whole, part]: string[]) => (part === '' ? (whole ?? '') : `${whole}.${part}`));

const plainNumber = (value: number): string => String(Number(value.toFixed(4)));

/** Digits read one by one, as in a year or a room number. */
const spelled = (words: string): string => [...words].map((word) => String(digits[word] ?? word)).join('');

/** A spoken number below a hundred million; `三千五` is 3,500. */
const spoken = (words: string): number => {
  let [total, section, digit, last] = [0, 0, 0, 1];
  for (const word of words) {
    const power = powers[word];
    if (power === undefined) digit = digits[word] ?? 0;
    else if (power === 10_000) [total, section, digit] = [(total + section + digit) * power, 0, 0];
    else [section, digit] = [section + (digit === 0 && power === 10 ? 1 : digit) * power, 0];
    if (power !== undefined) last = power;
    else if (word === '零' || word === '〇') last = 10;
  }
  return total + section + digit * (last >= 100 ? last / 10 : 1);
};

/** One word for each unit: 元, `/月`, `/天`, `/年`. */
const units = (text: string): string =>
  text
    .replace(/(?:人民币|rmb|cny|[¥￥$])/g, '')
    .replace(/(?<=\d)\s*(?:块钱|元钱|块|圆|元整|元)/g, '元')
    .replace(/(?:每个?月|月薪|月工资|月收入|1个月|一个月|个月)\s*(?:是|为|有|能?拿)?\s*(\d+(?:\.\d+)?)\s*(?:元)?/g, '$1元/月')
    .replace(/(?:每天|日薪|1天|一天)\s*(\d+(?:\.\d+)?)\s*(?:元)?/g, '$1元/天')
    .replace(/(?:每年|年薪|年收入|1年|一年)\s*(\d+(?:\.\d+)?)\s*(?:元)?/g, '$1元/年')
    .replace(/元\s*[/每]?\s*(?:1?个?月)/g, '元/月')
    .replace(/元\s*[/每]\s*1?(?:天|日)/g, '元/天')
    .replace(/元\s*[/每]\s*1?年/g, '元/年');

const withoutHedges = (text: string): string => text.replace(/大概|大约|差不多|左右|上下|约(?=\d)|吧|呢|啊|的|了/g, '');

/** Parts of a list in one order, without punctuation and blanks. */
const listed = (text: string): string =>
  text
    .split(/[、,;，；\n]|和(?!平|睦|谐)|以及|及|与/)
    .map((part) => part.replace(/[^\p{L}\p{N}/.-]|(?<!\d)[.-]|[.-](?!\d)/gu, ''))
    .filter((part) => part !== '')
    .toSorted()
    .join('|');
