import type { contract } from '../../shared/contract.ts';
import type { Handlers } from './handlers.ts';

/** Handlers of every feature, one line each. */
export type AllHandlers = { [Slug in keyof typeof contract]: Handlers<Slug> };
