import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, Mapping } from '../../../shared/imports/contract.ts';
import { problemOf } from '../../app/api.ts';
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

/** One list on its way in: read, mapped, looked at, taken. Nothing is written before `take`. */
export const useImport = () => {
  const { i18n } = useTranslation();
  const { api } = useCore();
  const [state, setState] = useState<ImportState>({ phase: 'choose' });
  const { failure, fail, clear } = useFailure();

  const choose = async (file: File): Promise<void> => {
    clear();
    setState({ phase: 'reading', fileName: file.name });
    try {
      setState({ phase: 'preview', preview: await api.imports.read({ file }), busy: false });
    } catch (error) {
      fail(error);
      setState({ phase: 'choose' });
    }
  };

  const remap = async (preview: ImportPreview, sheet: string, mapping: Mapping | null): Promise<void> => {
    clear();
    // Shown at once, so that the select keeps what was chosen while the core looks at the rows again.
    setState({ phase: 'preview', preview: { ...preview, sheet, mapping: mapping ?? preview.mapping }, busy: true });
    try {
      const again = await api.imports.remap({ importId: preview.importId, sheet, mapping });
      setState({ phase: 'preview', preview: again, busy: false });
    } catch (error) {
      fail(error);
      setState({ phase: 'preview', preview, busy: false });
    }
  };

  const take = async (preview: ImportPreview): Promise<void> => {
    clear();
    let progress: Progress = { done: 0, total: preview.good, added: 0 };
    setState({ phase: 'taking', preview, progress });
    try {
      for await (const step of await api.imports.take({ importId: preview.importId })) {
        progress = step;
        setState({ phase: 'taking', preview, progress });
      }
      setState({ phase: 'done', preview, progress, cut: progress.done < progress.total });
    } catch (error) {
      fail(error);
      setState({ phase: 'done', preview, progress, cut: true });
    }
  };

  const saveBadRows = async (preview: ImportPreview): Promise<void> => {
    try {
      saveFile(await api.imports.badRows({ importId: preview.importId, language: languageOf(i18n) }));
    } catch (error) {
      fail(error);
    }
  };

  const again = (): void => {
    clear();
    setState({ phase: 'choose' });
  };
  return { state, failure, choose, remap, take, saveBadRows, again };
};

export type Import = ReturnType<typeof useImport>;
