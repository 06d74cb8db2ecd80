import { launchBrowser, newPerson, step } from '../../support/browser/browser.ts'
import { sharedSimulacro } from '../../support/servidor/simulacro-server-shared.ts'

const { url } = sharedSimulacro()

test('the documentation of the API begins with what anybody may ask, and can be filtered', async () => {
  const browser = await launchBrowser()
  try {
    const page = await (await newPerson(browser)).newPage()
    await page.goto(`${url}/api/docs`)
    const tags = page.locator('.opblock-tag')
    await step(page, 'the parts', () => tags.first().waitFor())
    // It draws only the parts that are in sight.
    expect(await tags.first().getAttribute('data-tag')).toBe('Público')
    await page.locator('.operation-filter-input').fill('abiertos')
    await page.waitForFunction(() => document.querySelectorAll('.opblock-tag').length === 1)
    await page.getByText('/api/v1/publico/descargas', { exact: true }).first().waitFor()
  } finally {
    await browser.close()
  }
})
