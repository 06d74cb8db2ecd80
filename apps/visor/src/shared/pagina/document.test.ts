import { headHtml, type Place } from './document.ts'

const place: Place = { origin: 'https://visor.example', path: '/candidaturas/1', addressed: true, simulacro: false, idiomas: [] }

describe('the head of a rendered page', () => {
  it('says its title, its lasting address and the parts that a message shows', () => {
    const html = headHtml(
      { title: 'Una "persona"', noIndex: 0, description: 'Dice & hace', image: { src: '/f.png', alt: 'Retrato' } },
      place,
    )
    for (const part of [
      '<title>Una &quot;persona&quot;</title>',
      '<meta name="description" content="Dice &amp; hace" />',
      '<link rel="canonical" href="https://visor.example/candidaturas/1" />',
      '<meta property="og:image" content="https://visor.example/f.png" />',
      '<meta property="og:image:width" content="1200" />',
      '<meta property="og:image:alt" content="Retrato" />',
      '<meta name="twitter:card" content="summary_large_image" />',
      '<meta name="robots" content="index, follow" />',
    ]) {
      expect(html).toContain(part)
    }
  })

  it.each<[string, Partial<Place>, boolean | undefined]>([
    ['in a simulacro', { simulacro: true }, undefined],
    ['that stands for many addresses', { addressed: false }, undefined],
    ['that says so itself', {}, false],
  ])('%s is not for searches', (_title, more, findable) => {
    expect(headHtml({ title: 'x', noIndex: 0, findable }, { ...place, ...more })).toContain('noindex')
  })

  it('has the picture of the site unless it has its own', () => {
    expect(headHtml({ title: 'x', noIndex: 0 }, place)).toContain(
      '<meta property="og:image" content="https://visor.example/api/v1/publico/vista.png" />',
    )
  })

  it('names the same content in other forms', () => {
    const alternates = [{ href: '/api/v1/publico/candidaturas/1', type: 'application/json', title: 'Los "datos"' }]
    expect(headHtml({ title: 'x', noIndex: 0, alternates }, place)).toContain(
      '<link rel="alternate" href="/api/v1/publico/candidaturas/1" type="application/json" title="Los &quot;datos&quot;" />',
    )
  })

  it('has the picture of the site, and neither address nor other forms, where it stands for many', () => {
    const alternates = [{ href: '/api', type: 'application/json', title: 'x' }]
    const html = headHtml({ title: 'x', noIndex: 0, alternates, schema: [{ '@type': 'Thing' }] }, { ...place, addressed: false })
    expect(html).toContain('<meta property="og:image" content="https://visor.example/api/v1/publico/vista.png" />')
    for (const part of ['canonical', 'og:url', 'ld+json', 'alternate']) expect(html).not.toContain(part)
  })

  it('gives machines whole addresses, and no text of a page can close its element', () => {
    const schema = [
      { '@type': 'Person', name: '</script><script>alert(1)</script>', url: '/a', image: 'https://b.example/c', sameAs: ['/d'] },
    ]
    const [, text = ''] =
      /<script type="application\/ld\+json">(.*)<\/script>/.exec(headHtml({ title: 'x', noIndex: 0, schema }, place)) ?? []
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: '</script><script>alert(1)</script>',
      url: 'https://visor.example/a',
      image: 'https://b.example/c',
      sameAs: ['/d'],
    })
  })
})
