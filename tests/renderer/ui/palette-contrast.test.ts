import { describe, expect, it } from 'vitest';
import { palettes, themeNames, type Palette } from '../../../renderer/ui/theme/palette.ts';

const channel = (value: number): number => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Source: WCAG 2.2, 1.4.3 contrast (minimum). */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const texts: [keyof Palette, keyof Palette][] = [
  ['text', 'card'],
  ['text', 'ground'],
  ['second', 'card'],
  ['second', 'ground'],
  ['second', 'accentTint'],
  ['accent', 'accentTint'],
  ['onAccent', 'accent'],
  ['done', 'card'],
  ['soon', 'card'],
  ['soon', 'soonTint'],
  ['overdue', 'card'],
  ['overdue', 'overdueTint'],
  ['promise', 'card'],
];

describe.each(themeNames)('the %s theme', (name) => {
  it.each(texts)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(contrast(palettes[name][text], palettes[name][ground])).toBeGreaterThanOrEqual(4.5);
  });
});
