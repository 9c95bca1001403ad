import { describe, expect, it } from 'vitest';
import { pinyin } from 'pinyin-pro';
import injuries from '../../../../resources/icd10/injuries.json' with { type: 'json' };
import { nextShape, placeOf, shapesOf, type BodyShape } from '../../../../renderer/features/doctors/body-shapes.ts';
import { contradictionsOf, diagnosisLines, type DiagnosisLine } from '../../../../renderer/features/doctors/diagnosis-view.ts';
import { notRaised } from '../../../../renderer/features/doctors/findings.ts';
import { findCodes } from '../../../../renderer/features/doctors/icd-search.ts';
import { sidesOfRegion } from '../../../../shared/doctors/body.ts';
import { bodyRegions, bodyViews } from '../../../../shared/doctors/model.ts';

const find = (typed: string): string[] => findCodes(injuries.codes, typed).map(({ code }) => code);

describe('the code picker', () => {
  it.each([
    ['S82.8', 'S82.8'],
    ['股骨颈', 'S72.0'],
    ['ggjgz', 'S72.0'],
    ['neck of femur', 'S72.0'],
    ['nzd', 'S06.0'],
    ['三踝', 'S82.8'],
    ['gzss', 'M81'],
  ])('finds “%s” as %s among the first five', (typed, code) => {
    expect(find(typed).slice(0, 5)).toContain(code);
  });

  it('offers old illness beside injuries', () => {
    expect(injuries.codes.filter(({ kind }) => kind === 'illness').map(({ code }) => code)).toContain('M81');
  });

  it('carries initials that belong to the Chinese names', () => {
    const initials = (name: string): string =>
      pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed', v: true })
        .join('')
        .toLowerCase()
        .replaceAll(/[^a-z]/g, '');
    expect(injuries.codes.filter(({ zh, py }) => py !== initials(zh)).map(({ code }) => code)).toEqual([]);
  });

  it('finds something at every key of a typed name', () => {
    const typed = ['s', 's8', 's82', 's82.', 'f', 'fr', 'fracture of lower', '骨', '骨折', 'gz'];
    expect(typed.filter((text) => find(text).length === 0)).toEqual([]);
  });
});

/** Width and height of a quad or a head, read from its path. */
const sizeOf = ({ path }: BodyShape): [number, number] => {
  const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
};
const shape = (view: 'front' | 'back', region: string, side: string): BodyShape =>
  shapesOf(view).find((one) => one.region === region && one.side === side) as BodyShape;

describe('the body map', () => {
  it.each(bodyViews)('has regions of at least 24 by 24 pixels on the %s', (view) => {
    expect(shapesOf(view).filter((one) => Math.min(...sizeOf(one)) < 24)).toEqual([]);
  });

  it('shows every region with both of its sides', () => {
    const drawn = new Set(bodyViews.flatMap((view) => shapesOf(view).map(({ region, side }) => `${region} ${side}`)));
    const wanted = bodyRegions.flatMap((region) => {
      const sides = sidesOfRegion(region);
      return sides.includes('middle') ? [`${region} middle`] : sides.map((side) => `${region} ${side}`);
    });
    expect([...drawn].toSorted()).toEqual(wanted.toSorted());
  });

  it('puts the person’s right on the viewer’s left in front, and on the right from behind', () => {
    expect(shape('front', 'ankle', 'right').x).toBeLessThan(100);
    expect(shape('front', 'ankle', 'left').x).toBeGreaterThan(100);
    expect(shape('back', 'ankle', 'right').x).toBeGreaterThan(100);
  });

  it('moves a mark on the left of the chest to the side of the person’s left', () => {
    const chest = shape('front', 'chest', 'middle');
    expect(placeOf(chest, { side: 'left', view: 'front' }, [0, 1]).x).toBeGreaterThan(chest.x);
    const back = shape('back', 'upperBack', 'middle');
    expect(placeOf(back, { side: 'left', view: 'back' }, [0, 1]).x).toBeLessThan(back.x);
  });

  it.each(bodyViews)('reaches every region of the %s by arrow keys', (view) => {
    const shapes = shapesOf(view);
    const reached = new Set<BodyShape>(shapes.slice(0, 1));
    for (const from of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = nextShape(shapes, from, key);
        if (next !== undefined) reached.add(next);
      }
    expect(shapes.filter((one) => !reached.has(one)).map(({ region, side }) => `${region} ${side}`)).toEqual([]);
  });
});

describe('the side-by-side table', () => {
  const row = (id: string, mode: string, body: string, more: object = {}) => ({
    id,
    at: id,
    mode,
    body,
    partyId: 'p',
    voidReason: null,
    icd10: null,
    oldIllness: false,
    ...more,
  });
  const titles = (...diagnoses: object[]): string[][] =>
    diagnosisLines({ diagnoses } as never, 'p').map((one) => [...one.spoken, ...one.written].map(({ body }) => body));

  it('puts everyday words of the doctor beside the record of the same part', () => {
    expect(titles(row('1', 'spoken', '膝盖骨裂了'), row('2', 'written', '右髌骨骨折术后', { icd10: 'S82.0' }))).toEqual([
      ['膝盖骨裂了', '右髌骨骨折术后'],
    ]);
    expect(titles(row('1', 'spoken', '膝盖骨裂了'), row('2', 'written', '腕骨骨折'))).toEqual([['膝盖骨裂了'], ['腕骨骨折']]);
  });

  it('keeps two spoken injuries of one part apart, and old illness as well', () => {
    expect(titles(row('1', 'spoken', '膝盖骨裂了'), row('2', 'spoken', '右膝扭伤'))).toHaveLength(2);
    expect(titles(row('1', 'spoken', '膝盖骨裂了'), row('2', 'written', '右膝退行性变', { oldIllness: true }))).toHaveLength(2);
  });
});

describe('what does not fit', () => {
  const line = (spoken: string, written: string): DiagnosisLine =>
    ({
      key: 'k',
      title: spoken,
      icd10: null,
      oldIllness: false,
      pending: false,
      spoken: [{ id: 's', body: spoken }],
      written: [{ id: 'w', body: written }],
    }) as unknown as DiagnosisLine;

  it.each([
    ['左踝骨折', '右踝骨折', ['D1']],
    ['左踝骨折', '左腕骨折', ['D2']],
    ['左踝骨折', '右腕骨折', ['D1', 'D2']],
    ['踝骨折', '左三踝骨折', []],
  ])('marks “%s” against “%s” as %j', (spoken, written, rules) => {
    expect(contradictionsOf(line(spoken, written)).map(({ rule }) => rule)).toEqual(rules);
  });

  it('is not proposed again once it was raised, unless that doubt was voided', () => {
    const finding = { key: 'k', rule: 'B1', text: '…', askWhom: '…', token: '右侧着地' };
    const doubt = (body: string, voidReason: string | null = null) => ({ body, voidReason }) as never;
    expect(notRaised([finding], [])).toHaveLength(1);
    expect(notRaised([finding], [doubt('In own words: “右侧着地” (rule B1)')])).toEqual([]);
    expect(notRaised([finding], [doubt('自述“右侧着地”（规则 B1）', 'x')])).toHaveLength(1);
    expect(notRaised([finding], [doubt('自述“左侧着地”（规则 B1）')])).toHaveLength(1);
  });
});
