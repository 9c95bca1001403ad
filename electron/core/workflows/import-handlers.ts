import { createImportsHandlers } from '../imports/handlers.ts';
import { demoOffer } from './demo-offer.ts';

export const importsHandlers = createImportsHandlers(demoOffer);
