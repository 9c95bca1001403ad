/** Where zod keeps its settings; it takes over what it finds there when it is loaded. */
type WithZodSettings = { __zod_globalConfig?: { jitless?: boolean } };

// zod tries out `new Function` while the first schema is made; the content policy forbids that, so it must not even try. Written
// to its own place instead of asking it, so that the first screen need not load it.
(globalThis as WithZodSettings).__zod_globalConfig = { jitless: true };
