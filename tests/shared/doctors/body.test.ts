import { expect, test } from 'vitest';
import { partsIn, regionsIn, sidesIn, sidesOfRegion, textsDiffer } from '../../../shared/doctors/body.ts';
import { proposeDoubts, type AccidentWords } from '../../../shared/doctors/injury-doubts.ts';
import { bodyRegions } from '../../../shared/doctors/model.ts';

test.each([
  ['左三踝骨折', ['ankle'], ['left']],
  ['左股骨颈骨折', ['hip'], ['left']],
  ['颈椎过伸伤', ['neck'], []],
  ['右前臂尺桡骨骨折', ['forearm'], ['right']],
  ['车左转时撞到我右腿', [], ['right']],
  ['大概十分钟左右', [], []],
  ['手术后恢复', [], []],
  ['双膝挫伤', ['knee'], ['left', 'right']],
  ['fracture of the right wrist', ['wrist'], ['right']],
  ['he left the hospital after a turn left', [], []],
])('“%s” names %j on %j', (text, regions, sides) => {
  expect([regionsIn(text), sidesIn(text)]).toEqual([regions, sides]);
});

test.each([
  ['我右腿被撞', ['lowerLimb']],
  ['头着地', ['head']],
  ['胳膊撑了一下', ['upperLimb']],
  ['左髋部着地', ['trunk', 'lowerLimb']],
  ['什么都不记得', []],
])('“%s” names the parts %j', (text, parts) => {
  expect(partsIn(text)).toEqual(parts);
});

test.each([
  ['左踝骨折', '右踝骨折', { side: true, part: false }],
  ['左踝骨折', '踝关节骨折', { side: false, part: false }],
  ['踝部骨折', '腓骨远端骨折', { side: false, part: false }],
  ['踝部骨折', '腕部骨折', { side: false, part: true }],
  ['双踝骨折', '左踝骨折', { side: false, part: false }],
  ['骨折', '左踝骨折', { side: false, part: false }],
])('spoken “%s” and written “%s” are compared', (spoken, written, expected) => {
  expect(textsDiffer(spoken, written)).toEqual(expected);
});

test('limbs have two sides, the middle of the body three shades', () => {
  expect(bodyRegions.filter((region) => sidesOfRegion(region).length === 3)).toEqual([
    'head',
    'face',
    'neck',
    'chest',
    'abdomen',
    'upperBack',
    'lowerBack',
    'pelvis',
  ]);
});

const words = (text: string): AccidentWords => ({ text, from: 'injured' });
const mark = (id: string, region: string, side: string, source = 'doctor') => ({ id, region, side, kind: 'fracture', source }) as never;
const rulesOf = (marks: never[], ...texts: string[]) => proposeDoubts(marks, texts.map(words)).map(({ rule }) => rule);

test.each([
  ['one side said, the other marked', [mark('a', 'ankle', 'left')], ['右侧着地'], ['B1']],
  ['the same side', [mark('a', 'ankle', 'right')], ['右侧着地'], []],
  ['one of two marks on the side that was said', [mark('a', 'ankle', 'left'), mark('b', 'knee', 'right')], ['右侧着地'], []],
  ['both sides said', [mark('a', 'ankle', 'left')], ['先右边着地，左脚被压'], []],
  ['only the person’s own mark', [mark('a', 'ankle', 'left', 'injured')], ['右侧着地'], []],
  ['a head injury without a word about the head', [mark('a', 'head', 'middle')], ['车撞到我的腿'], ['B2']],
  ['the part that was said', [mark('a', 'lowerLeg', 'left')], ['车撞到我的左腿'], []],
  ['words that name nothing', [mark('a', 'head', 'middle')], ['我被撞倒了'], []],
  ['side and part', [mark('a', 'wrist', 'left')], ['右腿被撞'], ['B1', 'B2']],
  ['doctor left, person right', [mark('a', 'ankle', 'left'), mark('b', 'ankle', 'right', 'injured')], [], ['B3']],
  ['doctor and person agree', [mark('a', 'ankle', 'left'), mark('b', 'ankle', 'left', 'injured')], [], []],
] as const)('doubts are proposed: %s', (_title, marks, texts, rules) => {
  expect(rulesOf([...marks], ...texts)).toEqual(rules);
});
