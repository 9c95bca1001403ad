import { z } from 'zod';

// zod compiles its checks with `new Function` where it may; the content policy forbids that, so it must not even try.
z.config({ jitless: true });
