import { chromium } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] // prettier-ignore
/** 400 kbps, and 400 ms there and back. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const PATIENCE_MS = 60_000

export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** A page of nobody's before, on a bad line and a processor so many times slower than this machine; `work` also gets a count of the bytes that travelled. */
export async function onLine(browser, { slower = 1, ...device }, work) {
  const context = await browser.newContext({ locale: 'es-MX', ...device })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let total = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (total += encodedDataLength))
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', LINE)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  try {
    return await work(page, () => total)
  } finally {
    await context.close()
  }
}

/** Milliseconds from an act until what it leads to is seen. */
export async function timed(act, seen) {
  const since = performance.now()
  await act()
  await (await seen()).first().waitFor({ timeout: PATIENCE_MS })
  return performance.now() - since
}
