// dependency-cruiser needs the JavaScript compiler API, which TypeScript 7 (native) no longer has.
// Loaded with `node --import`, this points the bare name `typescript` at the 5.9 copy for that tool alone.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const wanted = specifier === 'typescript' || specifier.startsWith('typescript/');
    return next(wanted ? specifier.replace('typescript', 'typescript-5') : specifier, context);
  },
});
