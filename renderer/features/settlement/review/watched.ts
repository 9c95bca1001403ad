import type { LiveSettlement } from '../../../../shared/settlement/file/live.ts';

/** Where a sentence leads: to a cell of the grid when it names a column, else to what stands behind the entity. */
export type Place = {
  readonly entity: LiveSettlement['errors'][number]['place']['entity'];
  readonly id: string | null;
  readonly column?: string;
};

/** Something that is missing (`error`) or to look at, and where it is kept. */
export type Watched = { readonly key: string; readonly tone: 'error' | 'warning'; readonly text: string; readonly place: Place };
