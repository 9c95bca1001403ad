import { tidyText } from '../kernel/text.ts';
import type { FactValue } from './model.ts';

/** A fact's value with its texts tidied; null when nothing is left of it. */
export const tidyFactValue = (value: FactValue): FactValue | null => {
  if (value.kind === 'text') {
    const text = tidyText(value.text);
    return text === '' ? null : { kind: 'text', text };
  }
  if (value.kind === 'choice') return value.choice === '' ? null : value;
  if (value.kind === 'carers') {
    const carers = value.carers.map((carer) => ({ ...carer, name: tidyText(carer.name), relation: tidyText(carer.relation) }));
    return { kind: 'carers', carers };
  }
  if (value.kind === 'dependants') {
    const dependants = value.dependants.map((one) => ({ ...one, name: tidyText(one.name), relation: tidyText(one.relation) }));
    return { kind: 'dependants', dependants };
  }
  return value;
};
