import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '../../shared/contract.ts';
import type { Problem } from '../../shared/kernel/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Core } from './app.ts';
import type { Session } from './session.ts';

type Inputs = InferContractRouterInputs<typeof contract>;
type Outputs = InferContractRouterOutputs<typeof contract>;
type Contract = typeof contract;

/** One call from a window. `session` throws a `locked` refusal when the vault is not open. */
export interface Call {
  readonly core: Core;
  readonly session: Session;
  /** Aborted when the window goes away. */
  readonly signal: AbortSignal;
}

/** The plain functions of one feature, one per procedure of its contract. */
export type Handlers<Slug extends keyof Contract> = {
  [P in keyof Contract[Slug]]: (
    call: Call,
    input: P extends keyof Inputs[Slug] ? Inputs[Slug][P] : never,
  ) => Answer<P extends keyof Outputs[Slug] ? Outputs[Slug][P] : never>;
};

type Answer<T> = Result<Shape<T>, Problem> | Promise<Result<Shape<T>, Problem>>;
/** A subscription is answered with any async iterable; everything else as it stands in the contract. */
type Shape<T> = unknown extends T ? void : T extends AsyncIterable<infer Event> ? AsyncIterable<Event> : T;
