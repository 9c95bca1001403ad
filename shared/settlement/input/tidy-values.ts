import { numberFields, otherWords, textFields } from './tidy-words.ts';

/** Full-width digits and signs, as a Chinese input method types them. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ');

const isDateField = (key: string): boolean => key === 'on' || key === 'accident' || /[a-z]On$/.test(key);

/** `2024-3-1`, `2024/03/01`, `2024.3.1` and `2024年3月1日` are one date; what is no date stays as it is and fails with its path. */
const tidyDate = (text: string): string => {
  const [, year, month = '', day = ''] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const chineseDigits = '一二三四五六七八九十';

const tidyNumber = (text: string): number | string => {
  const grade = /^([一二三四五六七八九十])级(伤残)?$/.exec(text)?.[1];
  if (grade !== undefined) return chineseDigits.indexOf(grade) + 1;
  const plain = /^(\d{1,9}(?:\.\d+)?)\s*(天|日|个月|月|年|岁|周岁|人|级|级伤残|次|days?|months?|years?)?$/.exec(text)?.[1];
  return plain === undefined ? text : Number(plain);
};

/** `¥1,234.50`, `1,234.50元` → `1234.50`; the grouping must be a right one, so that `1,23` stays an error. */
const tidyAmount = (text: string): string => {
  const bare = text.replace(/^[¥￥]\s*/, '').replace(/\s*(元|yuan)$/, '');
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : /^\d+(\.\d+)?$/.test(bare) ? bare : text;
};

const tidyShare = (text: string): string => (/^\d+(\.\d+)?\s*%$/.test(text) ? text.replace(/\s+/, '') : text);

/** One text value of a case file in the spelling of the schema. */
export const tidyValue = (key: string, value: string): string | number => {
  if (textFields.has(key)) return value;
  const text = halfWidth(value).trim();
  const word = otherWords[key]?.[text];
  if (word !== undefined) return word;
  if (isDateField(key)) return tidyDate(text);
  if (numberFields.has(key)) return tidyNumber(text);
  return tidyShare(tidyAmount(text));
};
