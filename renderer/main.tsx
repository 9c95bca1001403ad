import './app/no-eval.ts';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './ui/theme/base.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, createQueries } from './app/api.ts';
import { createConnection } from './app/connection.ts';
import { keepDroppedFilesOut } from './app/dropped-files.ts';
import { createDrafts } from './app/drafts.ts';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { Providers, rememberedLanguage, type WindowParts } from './app/providers.tsx';
import { VaultGate } from './app/vault-gate.tsx';
import { createTexts } from './i18n/texts.ts';

const start = async (root: HTMLElement): Promise<void> => {
  keepDroppedFilesOut(window);
  const connection = createConnection();
  const api = connect((connected) => connection.set(connected));
  // The core is on this machine: a second try within a second either works or never will.
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: 1, retryDelay: 400, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  const texts = await createTexts(rememberedLanguage(window.localStorage));
  const core = { api, queries: createQueries(api) };
  const parts: WindowParts = { core, client, texts, connection, drafts: createDrafts(api), memory: window.localStorage };
  createRoot(root).render(
    <StrictMode>
      <Providers parts={parts}>
        <ErrorBoundary>
          <VaultGate />
        </ErrorBoundary>
      </Providers>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root !== null) void start(root);
