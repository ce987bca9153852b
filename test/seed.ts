import fc from 'fast-check'

/** The same random cases in every run: a failure can be seen again. A new seed now and then is a developer's to choose. */
fc.configureGlobal({ seed: Number(globalThis.process?.env['SEED'] ?? 20_261_124) })
