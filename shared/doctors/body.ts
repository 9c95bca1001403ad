import type { BodyRegion, BodySide } from './model.ts';

/** Regions that stand in the middle of the body; a side there is a shade, not another part. */
const middleRegions: readonly BodyRegion[] = ['head', 'face', 'neck', 'chest', 'abdomen', 'upperBack', 'lowerBack', 'pelvis'];
const trunkRegions: readonly BodyRegion[] = ['chest', 'abdomen', 'upperBack', 'lowerBack', 'pelvis', 'buttock', 'hip'];
const upperLimb: readonly BodyRegion[] = ['shoulder', 'upperArm', 'elbow', 'forearm', 'wrist', 'hand'];
const lowerLimb: readonly BodyRegion[] = ['hip', 'thigh', 'knee', 'lowerLeg', 'ankle', 'foot'];

/** Sides a region may carry: limbs have two, the middle of the body has three shades. */
export const sidesOfRegion = (region: BodyRegion): readonly BodySide[] =>
  middleRegions.includes(region) ? ['middle', 'left', 'right'] : ['left', 'right'];

export type BodyPart = 'head' | 'trunk' | 'upperLimb' | 'lowerLimb';

/** The large part a region belongs to; the hip belongs to trunk and leg alike. */
export const partsOfRegion = (region: BodyRegion): readonly BodyPart[] => {
  const parts: BodyPart[] = [];
  if (['head', 'face', 'neck'].includes(region)) parts.push('head');
  if (trunkRegions.includes(region)) parts.push('trunk');
  if (upperLimb.includes(region)) parts.push('upperLimb');
  if (lowerLimb.includes(region)) parts.push('lowerLimb');
  return parts;
};

/** Words for each region, longer words first, so that 前臂 is not read as 臂. Own list from everyday and clinical use. */
const words: readonly (readonly [BodyRegion, RegExp])[] = [
  ['ankle', /[踝]|malleol|ankle/iu],
  ['foot', /足|脚(?!踝)|跟骨|距骨|跖|趾|\bfoot\b|\bfeet\b|\bheel\b|calcane|\btoes?\b|metatars/iu],
  ['knee', /膝|髌|knee|patell|半月板|menisc/iu],
  ['lowerLeg', /小腿|胫|腓|lower leg|\bshin\b|\bcalf\b|tibia|fibula/iu],
  ['hip', /髋|股骨颈|粗隆|转子|\bhips?\b|femoral neck|trochanter/iu],
  ['thigh', /大腿|股骨(?!颈|粗隆|转子)|thigh|femur|femoral shaft/iu],
  ['wrist', /腕|wrist|carpal/iu],
  ['elbow', /肘|鹰嘴|elbow|olecran/iu],
  ['forearm', /前臂|尺骨(?!鹰嘴)|桡骨|尺桡骨|forearm|\bradius\b|\bulna\b/iu],
  ['upperArm', /上臂|肱骨|upper arm|humerus/iu],
  ['shoulder', /肩|锁骨|shoulder|clavic|scapul/iu],
  ['hand', /手(?!术|机|续|动)|掌|指(?!导|证|征|标)|\bhands?\b|\bfingers?\b|metacarp|\bthumb\b/iu],
  ['face', /面部|颜面|脸|颧|颌|鼻|眼|眶|牙|唇|\bface\b|facial|\bnose\b|nasal|\bjaw\b|cheekbone|\beyes?\b|\bteeth\b|\btooth\b/iu],
  ['head', /头|颅|脑(?!梗)|head\b|skull|brain|scalp|concuss/iu],
  ['neck', /颈(?!骨)|\bneck\b(?! of)|cervical/iu],
  ['chest', /胸|肋|肺|\bchest\b|\bribs?\b|sternum|\blung/iu],
  ['abdomen', /腹|肝|脾|肾|abdom|liver|spleen|kidney/iu],
  ['lowerBack', /腰|lumbar|lower back|\bloin/iu],
  ['upperBack', /背|upper back|thoracic spine/iu],
  ['pelvis', /骨盆|耻骨|坐骨|髂骨|骶|pelvi|pubic|sacr/iu],
  ['buttock', /臀|buttock/iu],
];

/** Femoral neck and trochanter words must not also count as the neck of the body. */
const masked = (text: string): string => text.replaceAll(/股骨颈|femoral neck|neck of (the )?femur/giu, '粗隆');

/** Everyday words that name only the large part: 腿, 胳膊. */
const partWords: readonly (readonly [BodyPart, RegExp])[] = [
  ['lowerLimb', /下肢|腿|\blegs?\b|lower limb/iu],
  ['upperLimb', /上肢|胳膊|手臂|(?<![上前])臂|\barms?\b|upper limb/iu],
  ['trunk', /躯干|身子|trunk|torso/iu],
];

/** Regions a text names, in the order of the list above. */
export const regionsIn = (text: string): BodyRegion[] => {
  const read = masked(text);
  return words.filter(([, pattern]) => read.search(pattern) >= 0).map(([region]) => region);
};

/** Large parts a text names, by its regions and by everyday words. */
export const partsIn = (text: string): BodyPart[] => {
  const read = masked(text);
  const named = partWords.filter(([, pattern]) => pattern.test(read)).map(([part]) => part);
  return [...new Set([...regionsIn(text).flatMap(partsOfRegion), ...named])];
};

/** Words with 左 or 右 in them that say nothing about the body, for example the direction of a turn or "about". */
const otherSides =
  /左右|左转|右转|[左右](?:转弯|拐|车道|侧车道|边车道)|turn(?:ed|ing)? (?:left|right)|(?:left|right) (?:turn|lane)|right away|all right/giu;

/** Sides a text names; `both` counts as both. Empty when the text names none. */
export const sidesIn = (text: string): ('left' | 'right')[] => {
  const read = text.replaceAll(otherSides, ' ');
  const both = /双[侧足踝膝肩手腕肘髋腿下上眼肺]|两侧|两腿|两脚|两手|bilateral|both (?:sides|legs|arms|hands|feet|ankles|knees)/iu.test(
    read,
  );
  const left = both || /左|\bleft\b(?! the | hospital| home| for )/iu.test(read);
  const right = both || /右|\bright\b/iu.test(read);
  return [...(left ? (['left'] as const) : []), ...(right ? (['right'] as const) : [])];
};

/** Whether two texts name different sides, and whether they name different parts; silence of one side is no contradiction. */
export const textsDiffer = (a: string, b: string): { side: boolean; part: boolean } => {
  const apart = <T>(x: readonly T[], y: readonly T[]): boolean => x.length > 0 && y.length > 0 && !x.some((one) => y.includes(one));
  return { side: apart(sidesIn(a), sidesIn(b)), part: apart(regionsIn(a), regionsIn(b)) && apart(nearOf(a), nearOf(b)) };
};

/** Regions with their neighbours: "ankle" and "lower leg" are no contradiction. */
const neighbours: Readonly<Partial<Record<BodyRegion, readonly BodyRegion[]>>> = {
  ankle: ['lowerLeg', 'foot'],
  lowerLeg: ['knee'],
  thigh: ['knee', 'hip'],
  hip: ['pelvis', 'buttock'],
  wrist: ['forearm', 'hand'],
  elbow: ['forearm', 'upperArm'],
  upperArm: ['shoulder'],
  face: ['head'],
  upperBack: ['chest', 'lowerBack'],
  lowerBack: ['pelvis'],
};
const nearOf = (text: string): string[] =>
  regionsIn(text).flatMap((region) => [
    region,
    ...(neighbours[region] ?? []).map((other) => [region, other].toSorted().join('+')),
    ...Object.entries(neighbours)
      .filter(([, others]) => others.includes(region))
      .map(([other]) => [region, other].toSorted().join('+')),
  ]);
