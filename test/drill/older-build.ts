import { execFileSync, type StdioOptions } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../worker/local/root.ts'
import type * as Bank from '../bench/bank.ts'
import type * as Worker from '../../worker/local/local-worker.ts'
import type * as Steps from '../e2e/steps.ts'

/** What an earlier commit has of its own: its extension, built, its server, and the steps by which its screens are used. */
export interface OlderBuild {
  commit: string
  extension: string
  worker: Pick<typeof Worker, 'startWorker' | 'callDevelopment'>
  bank: Pick<typeof Bank, 'makeBenchNetwork' | 'fill' | 'post' | 'proposal'>
  steps: Pick<typeof Steps, 'connectExtension'>
}

/**
 * Checks a commit out beside this one and builds its extension. It runs on the packages that are installed here: what a build keeps is decided
 * by its own code. Throws where the commit is not known here (a shallow clone) or does not build.
 * @param commit from 2026-11-28 on; the modules that are imported had other names before.
 */
export const olderBuild = async (commit: string): Promise<OlderBuild> => {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const hash = git('rev-parse', '--verify', `${commit}^{commit}`)
  const folder = join(root, 'dist/older', hash)
  const extension = join(folder, 'dist/extension/chrome-mv3')
  if (!existsSync(extension)) {
    rmSync(folder, { recursive: true, force: true })
    git('worktree', 'prune')
    git('worktree', 'add', '--detach', '--force', folder, hash)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const stdio: StdioOptions = ['ignore', 'ignore', 'inherit']
    const env = { ...process.env, NODE_ENV: 'production' }
    execFileSync('npm', ['run', '--silent', 'build:extension'], { cwd: folder, stdio, env })
    // Its server does not start without a dashboard, of which nothing is asked; the dashboard's packages may not be installed any more.
    mkdirSync(join(folder, 'dist/dashboard'), { recursive: true })
    writeFileSync(join(folder, 'dist/dashboard/index.html'), '')
  }
  const load = async <Module>(path: string): Promise<Module> => (await import(pathToFileURL(join(folder, path)).href)) as Module
  return {
    commit: hash.slice(0, 7),
    extension,
    worker: await load('worker/local/local-worker.ts'),
    bank: await load('test/bench/bank.ts'),
    steps: await load('test/e2e/steps.ts'),
  }
}
