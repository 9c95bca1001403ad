import { z } from 'zod';
import { channels, counterparts } from '../contacts/model.ts';
import { maxAmountFen } from '../kernel/money.ts';
import { procedure } from '../kernel/procedure.ts';
import { payerLayers } from '../offers/sheet-model.ts';

const caseId = z.string();
const offerId = z.string();

export const paymentsContract = {
  /** The core system paid; with the last payer's money the offer is paid. */
  record: procedure
    .input(
      z.strictObject({
        caseId,
        offerId,
        payer: z.string().max(200),
        layer: z.enum(payerLayers),
        amountFen: z.number().int().min(0).max(maxAmountFen).nullable(),
        paidOn: z.string().max(10).nullable(),
        reference: z.string().max(100).nullable(),
        note: z.string().max(2_000).nullable(),
      }),
    )
    .output(z.object({ id: z.string(), paid: z.boolean() })),
  /** 满意度: how satisfied the person is, 1 to 5; 3 or below needs an owner. Makes the contact log. */
  askSatisfaction: procedure
    .input(
      z.strictObject({
        caseId,
        offerId,
        score: z.number().int().min(1).max(5).nullable(),
        words: z.string().max(2_000).nullable(),
        askedAt: z.string(),
        channel: z.enum(channels),
        answeredBy: z.enum(counterparts),
        ownerName: z.string().max(200).nullable(),
      }),
    )
    .output(z.object({ id: z.string() })),
  followUp: procedure.input(z.strictObject({ caseId, satisfactionId: z.string(), followUp: z.string().max(2_000) })),
};
