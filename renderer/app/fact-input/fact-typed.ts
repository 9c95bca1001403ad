import type { Carer, Dependant, FactValue } from '../../../shared/facts/model.ts';
import type { FactTopic } from '../../../shared/wording/model.ts';

/** A fact as the form holds it: one slot per kind, of which the topic uses one. */
export type FactTyped = {
  text: string | null;
  choice: string | null;
  amountFen: number | null;
  number: number | null;
  on: string | null;
  carers: Carer[];
  dependants: Dependant[];
};

/** Nothing typed yet. */
export const noFact: FactTyped = { text: null, choice: null, amountFen: null, number: null, on: null, carers: [], dependants: [] };

/** Lists of people have a shape of their own; every other list is free text. */
export const editorKindOf = (topic: FactTopic): 'text' | 'money' | 'choice' | 'date' | 'number' | 'carers' | 'dependants' => {
  if (topic.kind !== 'list') return topic.kind;
  if (/carer|nursing/i.test(topic.id)) return 'carers';
  return /dependant/i.test(topic.id) ? 'dependants' : 'text';
};

/** The value in the shape of the contract. */
export const valueFrom = (topic: FactTopic, typed: FactTyped): FactValue => {
  switch (editorKindOf(topic)) {
    case 'money':
      return { kind: 'money', amountFen: typed.amountFen ?? 0 };
    case 'choice':
      return { kind: 'choice', choice: typed.choice ?? '' };
    case 'number':
      return { kind: 'number', number: typed.number ?? 0 };
    case 'date':
      return { kind: 'date', on: typed.on ?? '' };
    case 'carers':
      return { kind: 'carers', carers: typed.carers };
    case 'dependants':
      return { kind: 'dependants', dependants: typed.dependants };
    case 'text':
      return { kind: 'text', text: typed.text ?? '' };
  }
};

/** A value in the slots of the form, to be confirmed or put right. */
export const typedFrom = (value: FactValue): FactTyped => {
  const { kind: _kind, ...slot } = value;
  return { ...noFact, ...slot };
};
