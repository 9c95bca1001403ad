import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, Mapping } from '../../../shared/imports/contract.ts';
import { problemOf, type Api } from '../../app/api.ts';
import { useCore } from '../../app/core-context.ts';
import { failureOf } from '../../app/failure.ts';
import { languageOf } from '../../i18n/texts.ts';
import { saveFile } from '../../ui/files/save-file.ts';
import { fileProblemKey } from './row-words.ts';

export type Progress = { done: number; total: number; added: number };
export type ImportFailure = { text: string; next: string | null; reference: string | null };

/** Where an import stands. `cut` is a take that ended before its end; what it added stays. */
export type ImportState =
  | { phase: 'choose' }
  | { phase: 'reading'; fileName: string }
  | { phase: 'preview'; preview: ImportPreview; busy: boolean }
  | { phase: 'taking'; preview: ImportPreview; progress: Progress }
  | { phase: 'done'; preview: ImportPreview; progress: Progress; cut: boolean };

/** Words for anything that went wrong with a list, with the next action. */
const useFailure = () => {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<ImportFailure | null>(null);
  const fail = (error: unknown): void => {
    const key = fileProblemKey(problemOf(error)?.code ?? '');
    const words = failureOf(t, error);
    setFailure(key === null ? { ...words, next: null } : { text: t(`${key}.why`), next: t(`${key}.next`), reference: null });
  };
  return { failure, fail, clear: () => setFailure(null) };
};

type Show = (state: ImportState) => void;

/** Takes the good rows and shows every step; the error of a take that was cut off goes to `fail`, what it added stays. */
const takeRows = async (
  api: Api,
  preview: ImportPreview,
  { show, fail }: { show: Show; fail: (error: unknown) => void },
): Promise<void> => {
  let progress: Progress = { done: 0, total: preview.good, added: 0 };
  show({ phase: 'taking', preview, progress });
  try {
    for await (const step of await api.imports.take({ importId: preview.importId })) {
      progress = step;
      show({ phase: 'taking', preview, progress });
    }
    show({ phase: 'done', preview, progress, cut: progress.done < progress.total });
  } catch (error) {
    fail(error);
    show({ phase: 'done', preview, progress, cut: true });
  }
};

/** One list on its way in: read, mapped, looked at, taken. Nothing is written before `take`. */
export const useImport = () => {
  const { api } = useCore();
  const [state, show] = useState<ImportState>({ phase: 'choose' });
  const { failure, fail, clear } = useFailure();

  const choose = async (file: File): Promise<void> => {
    clear();
    show({ phase: 'reading', fileName: file.name });
    try {
      show({ phase: 'preview', preview: await api.imports.read({ file }), busy: false });
    } catch (error) {
      fail(error);
      show({ phase: 'choose' });
    }
  };

  const remap = async (preview: ImportPreview, sheet: string, mapping: Mapping | null): Promise<void> => {
    clear();
    // Shown at once, so that the select keeps what was chosen while the core looks at the rows again.
    show({ phase: 'preview', preview: { ...preview, sheet, mapping: mapping ?? preview.mapping }, busy: true });
    try {
      show({ phase: 'preview', preview: await api.imports.remap({ importId: preview.importId, sheet, mapping }), busy: false });
    } catch (error) {
      fail(error);
      show({ phase: 'preview', preview, busy: false });
    }
  };

  const take = async (preview: ImportPreview): Promise<void> => {
    clear();
    await takeRows(api, preview, { show, fail });
  };
  const again = (): void => {
    clear();
    show({ phase: 'choose' });
  };
  return { state, failure, fail, choose, remap, take, again };
};

export type Import = ReturnType<typeof useImport>;

/** Gives the bad rows back as a file with a column of reasons. */
export const useSaveBadRows = ({ fail }: Pick<Import, 'fail'>): ((preview: ImportPreview) => Promise<void>) => {
  const { i18n } = useTranslation();
  const { api } = useCore();
  return async ({ importId }) => {
    try {
      saveFile(await api.imports.badRows({ importId, language: languageOf(i18n) }));
    } catch (error) {
      fail(error);
    }
  };
};
