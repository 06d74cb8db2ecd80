import { readFileSync } from 'node:fs'

const textos = JSON.parse(readFileSync(new URL('textos.json', import.meta.url), 'utf8'))

/** The whole page of a guide: it reads without script, and all it asks for is its style. */
export function pageOf({ titulo, capitulos, entrada, cuerpo, direccion }) {
  const isIndex = direccion === '/guias'
  return `<!doctype html>
<html lang="es-MX">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${escape(isIndex ? titulo : `${titulo} · ${textos.guias}`)} · ${textos.sitio}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/guias/guias.css">
  </head>
  <body>
    <a class="guia__skip u-screen-only" href="#contenido">${textos.saltar}</a>
    <header class="guia__header u-screen-only">
      <a class="guia__site" href="/">${textos.sitio}</a>
      <nav class="guia__nav" aria-label="${textos.navegacion}">
        <a href="/boleta">${textos.boleta}</a>
        <a href="/candidaturas">${textos.candidaturas}</a>
        <a href="/guias"${isIndex ? ' aria-current="page"' : ''}>${textos.guias}</a>
      </nav>
    </header>
    <main class="guia" id="contenido" tabindex="-1">
      ${isIndex ? '' : camino(titulo)}
      <article class="ui-markdown">
${entrada}${capitulos.length > 1 ? indice(capitulos) : ''}${cuerpo}
      </article>
    </main>
  </body>
</html>
`
}

const camino = (titulo) => `<nav class="u-screen-only" aria-label="${textos.camino}">
        <ol class="guia__camino u-plain-list">
          <li><a href="/">${textos.inicio}</a></li>
          <li><a href="/guias">${textos.guias}</a></li>
          <li aria-current="page">${escape(titulo)}</li>
        </ol>
      </nav>`

const indice = (capitulos) => `<nav class="guia__indice" aria-labelledby="indice">
<h2 id="indice">${textos.indice}</h2>
<ul>
${capitulos.map(({ ancla, titulo }) => `<li><a href="#${ancla}">${escape(titulo)}</a></li>`).join('\n')}
</ul>
</nav>
`

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
