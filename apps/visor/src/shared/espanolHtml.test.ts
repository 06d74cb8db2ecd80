import { ponerIdioma } from './espanolHtml.ts'

const put = (html: string, ...dichas: string[]) => ponerIdioma(html, { codigo: 'nah', mensajes: {}, dichas: new Set(dichas) })

test('Spanish text is marked once, around all of it', () => {
  expect(put('<ul><li>Uno</li><li>Dos <b>tres</b></li></ul>')).toBe('<ul lang="es"><li>Uno</li><li>Dos <b>tres</b></li></ul>')
  expect(put('<main><h1>Ab</h1><ul><li>Uno</li><li>Dos</li></ul></main>', 'Ab')).toBe(
    '<main><h1>Ab</h1><ul lang="es"><li>Uno</li><li>Dos</li></ul></main>',
  )
})

test('text in another language inside Spanish is marked', () => {
  expect(put('<p>Uno <b>xa</b> dos</p>', 'xa')).toBe('<p lang="es">Uno <b lang="nah">xa</b> dos</p>')
})

test('a sentence with a name in it is of its language; a word within another word is not', () => {
  expect(put('<p>xa: Cuernavaca</p><p>taxa</p>', 'xa')).toBe('<p>xa: Cuernavaca</p><p lang="es">taxa</p>')
})

test('labels count as text, and numbers and signs as nothing', () => {
  expect(put('<p>12 %</p><nav aria-label="xa"><a>Uno</a></nav><button aria-label="Cerrar"><svg></svg></button>', 'xa')).toBe(
    '<p>12 %</p><nav aria-label="xa"><a lang="es">Uno</a></nav><button lang="es" aria-label="Cerrar"><svg></svg></button>',
  )
})

test('text that says its language itself stays, and texts are compared as they are written in a page', () => {
  expect(put('<a lang="es" href="/cargos">Español</a><p>xa &amp; &quot;yo&quot;</p>', 'xa & "yo"')).toBe(
    '<a lang="es" href="/cargos">Español</a><p>xa &amp; &quot;yo&quot;</p>',
  )
})

test('links and buttons lead to the pages that there are in the language, and to all others as they are', () => {
  expect(put('<a href="/">xa</a><a href="/cargos#uno">xa</a><a href="/datos">xa</a><button formaction="/boleta">xa</button>', 'xa')).toBe(
    '<a href="/idioma/nah">xa</a><a href="/idioma/nah/cargos#uno">xa</a><a href="/datos">xa</a><button formaction="/idioma/nah/boleta">xa</button>',
  )
})

test('comments and elements without an end leave the rest in place', () => {
  expect(put('<!--[--><p>xa<br>xa</p><input type="text" placeholder="Uno"><!--]--><p>xa</p>', 'xa')).toBe(
    '<!--[--><p>xa<br>xa</p><input lang="es" type="text" placeholder="Uno"><!--]--><p>xa</p>',
  )
})
