import { provideSureLook } from '../language-pack.ts'
import { mayBeSureOf } from './sure-look.ts'

/** Imported for its effect: from here on most texts are known to hold nothing sure before any rule is asked. */
provideSureLook(mayBeSureOf)
