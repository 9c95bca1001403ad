import type { z } from 'zod';
import { entities } from '../../../shared/sync/entities.ts';
import type { Entity } from '../../../shared/sync/entity.ts';
import type { Field } from '../../../shared/sync/field.ts';

/** Every entity a change of a case may touch. */
export const caseEntities: readonly Entity[] = (entities as readonly Entity[]).filter(({ scope }) => scope === 'case');

const instant = '2026-11-01T00:00:00.000Z';
const id = '01900009-0000-7000-8000-000000000001';
const candidates: readonly unknown[] = [null, 'x', instant, '2026-11-01', id, 1, true, {}, []];

/** Some value the field takes; the first of a choice. */
export const sampleOf = ({ schema }: Field): unknown => {
  const found = candidates.find((one) => schema.safeParse(one).success);
  if (found !== undefined) return found;
  const { options } = schema as z.ZodEnum;
  return options[0];
};

/** The least a row of this entity must say. */
export const sampleFields = (entity: Entity): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entity.fields)
      .filter(([, field]) => (field as Field).merge !== 'state')
      .map(([name, field]) => [name, sampleOf(field as Field)])
      .filter(([, value]) => value !== null),
  );
