import { z } from 'zod';
import { defineEntity, type Stored } from '../sync/entity.ts';
import { field } from '../sync/field.ts';

/** 标准数据包的一个版本: every version stays, because cases and calculations name theirs. `content` is a whole pack. */
export const standardsPack = defineEntity({
  name: 'standardsPack',
  table: 'standards_packs',
  scope: 'device',
  fields: {
    packId: field.requiredTextFixed(64),
    version: field.requiredTextFixed(64),
    issuedOn: field.dateFixed(),
    content: field.jsonFixed(z.record(z.string(), z.json())),
    fileName: field.textFixed(255),
    note: field.textFixed(),
    /** Version under which the company published it; null: brought in on this machine. */
    publishedVersion: field.integerFixed(1),
  },
  states: null,
});
export type StoredPack = Stored<typeof standardsPack>;
