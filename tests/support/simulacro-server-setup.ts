import { assertChromium } from './browser.ts'
import { copyBuilt } from './simulacro-server-files.ts'
import { newDataFolder, removeDataFolder, startServer } from './simulacro-server.ts'
import { shareSimulacro } from './simulacro-server-shared.ts'

declare global {
  var stopSimulacro: (() => Promise<void>) | undefined
}

/** One simulacro for all the browser tests. */
export default async function setup(): Promise<void> {
  assertChromium()
  const built = copyBuilt()
  const folder = newDataFolder()
  const leave = async () => {
    await removeDataFolder(folder)
    built.remove()
  }
  try {
    const server = await startServer({ built, folder, paginas: true })
    const unshare = shareSimulacro({ url: server.url, built })
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
