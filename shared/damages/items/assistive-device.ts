import { z } from 'zod';
import { exact, exactRatio, show, sumExact, type Exact } from '../engine/exact.ts';
import { articleOf, currentAge, given, type Draft, type ItemContext } from '../engine/item-context.ts';
import { ageSchema, cyclesIn, cycleRoundings, itemSchema, ratioSchema, textSchema, yearsSchema, yuanSchema } from '../engine/parts.ts';

const deviceSchema = z.strictObject({
  label: textSchema.optional(),
  price: yuanSchema,
  count: z.number().int().min(1).max(100).optional().describe('Default 1'),
  times: z.number().int().min(0).max(100).optional().describe('How often bought; or give termYears and cycleYears'),
  termYears: yearsSchema.optional().describe('Term by the device maker’s opinion'),
  lifeExpectancy: ageSchema.optional().describe('Instead of termYears: life expectancy less age'),
  cycleYears: z.number().min(0.1).max(100).optional().describe('Renewal cycle'),
  rounding: z.enum(cycleRoundings).optional().describe('Of termYears ÷ cycleYears; default up'),
  maintenance: yuanSchema.optional().describe('Maintenance in the whole term, yuan'),
  maintenancePerYear: yuanSchema.optional(),
  maintenanceRate: ratioSchema.optional().describe('Maintenance a year as a share of the price of all pieces: "5%"'),
});

export const assistiveDeviceSchema = itemSchema({ devices: z.array(deviceSchema).min(1).max(100).optional() });
export type AssistiveDeviceInput = Exclude<z.infer<typeof assistiveDeviceSchema>, number | string>;

type Device = z.infer<typeof deviceSchema>;

const termOf = (device: Device, ctx: ItemContext): number | undefined => {
  const age = currentAge(ctx);
  if (device.termYears !== undefined || device.lifeExpectancy === undefined || age === undefined) return device.termYears;
  return Math.max(0, device.lifeExpectancy - age);
};

const timesOf = (device: Device, termYears: number | undefined): Exact | undefined => {
  const { times, cycleYears } = device;
  if (times !== undefined) return exact(times);
  if (termYears === undefined && cycleYears === undefined) return exact(1);
  return termYears === undefined || cycleYears === undefined ? undefined : cyclesIn(exact(termYears), cycleYears, device.rounding ?? 'up');
};

const computeDevice = (device: Device, ctx: ItemContext, path: string) => {
  const termYears = termOf(device, ctx);
  const times = timesOf(device, termYears);
  if (times === undefined)
    return ctx.ledger.fail('settle.missing-input', `${path}.${termYears === undefined ? 'termYears' : 'cycleYears'}`);
  const hasUpkeep = device.maintenancePerYear !== undefined || device.maintenanceRate !== undefined;
  if (hasUpkeep && termYears === undefined) return ctx.ledger.fail('settle.missing-input', `${path}.termYears`);
  const pieces = exact(device.price).times(device.count ?? 1);
  const yearly = exact(device.maintenancePerYear ?? 0).plus(pieces.times(exactRatio(device.maintenanceRate ?? 0)));
  const upkeep = exact(device.maintenance ?? 0).plus(yearly.times(termYears ?? 0));
  const amount = pieces.times(times).plus(upkeep);
  return {
    amount,
    label: device.label ?? '',
    values: `${device.price} × ${device.count ?? 1} × ${show(times)}${upkeep.eq(0) ? '' : ` + ${show(upkeep)}`}`,
  };
};

/** 残疾辅助器具费: Σ price × ⌈term ÷ cycle⌉ + maintenance; ordinary suitable type. Source: art. 13; later renewal art. 19. */
export const computeAssistiveDevice = (input: AssistiveDeviceInput, ctx: ItemContext): Draft | undefined => {
  if (input.devices === undefined) return ctx.ledger.fail('settle.missing-input', `${ctx.path}.amount`);
  const parts = input.devices
    .map((device, index) => computeDevice(device, ctx, `${ctx.path}.devices[${index}]`))
    .filter((part) => part !== undefined);
  if (parts.length !== input.devices.length) return undefined;
  const amount = sumExact(parts.map((part) => part.amount));
  return {
    amount,
    formula: 'Σ price × pieces × ⌈term ÷ cycle⌉ + maintenance',
    values: parts.map((part) => part.values).join(' + '),
    article: articleOf(ctx, 'assistiveDevice'),
    inputs: [given('devices', show(amount), `${ctx.path}.devices`)],
    parts,
  };
};
