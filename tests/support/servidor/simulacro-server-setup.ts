import { assertChromium } from '../browser/browser.ts'
import { copyBuilt } from './simulacro-server-files.ts'
import { newDataFolder, prepareFolder, removeDataFolder, startServer } from './simulacro-server.ts'
import { shareSimulacro } from './simulacro-server-shared.ts'

declare global {
  var stopSimulacro: (() => Promise<void>) | undefined
}

/** One simulacro for all the browser tests. */
export default async function setup(): Promise<void> {
  assertChromium()
  const built = copyBuilt()
  const folders: string[] = []
  const leave = async () => {
    for (const folder of folders) await removeDataFolder(folder)
    built.remove()
  }
  try {
    const prepared = await prepareFolder(built)
    folders.push(prepared)
    const folder = newDataFolder()
    folders.push(folder)
    const server = await startServer({ built, folder, paginas: true })
    const unshare = shareSimulacro({ url: server.url, built, prepared })
    globalThis.stopSimulacro = async () => {
      unshare()
      await server.end('SIGTERM')
      await leave()
    }
  } catch (error) {
    await leave()
    throw error
  }
}
