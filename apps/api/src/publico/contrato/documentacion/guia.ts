import { frase, html, type Html } from './html.ts'

/** Text that an integrator reads before the first request. */
export function guia(origen: string): readonly Html[] {
  return [
    html`<p>Todo lo que está bajo <code>/api/v1/publico</code> se consulta sin cuenta ni clave, también desde la página de otro sitio.</p>
      <p>
        Esta página describe cada operación pública. Está completa: busque en ella con su navegador. Para un generador de clientes, la misma
        descripción está en <a href="/api/v1/publico/openapi.json">openapi.json</a>.
      </p>
      <p>Los ejemplos salen de un simulacro, cortados para leerse: sus personas no existen.</p>
      <h2 id="inicio">Primeros pasos</h2>`,
    ...PROGRAMAS.map(
      ({ lenguaje, hace, texto }) =>
        html`<h3 id="${lenguaje.toLowerCase()}">${lenguaje}</h3>
          <p>${hace}</p>
          <pre tabindex="0" data-lenguaje="${lenguaje}"><code>${texto.replaceAll('ORIGEN', origen)}</code></pre>`,
    ),
    html`<h2 id="conceptos">Conceptos</h2>
      <dl>
        ${CONCEPTOS.map(
          ([nombre, texto]) =>
            html`<dt><strong>${nombre}</strong></dt>
              <dd><p>${frase(texto)}</p></dd>`,
        )}
      </dl>`,
  ]
}

const PROGRAMAS = [
  {
    lenguaje: 'curl',
    hace: 'Dos candidaturas de la lista, y la lista entera como CSV.',
    texto: `curl 'ORIGEN/api/v1/publico/candidaturas?limite=2'
curl -o candidaturas.csv 'ORIGEN/api/v1/publico/descargas/candidaturas.csv'`,
  },
  {
    lenguaje: 'Python',
    hace: 'Cuenta las candidaturas de cada cargo. No necesita más que Python 3.',
    texto: `import csv
import io
from collections import Counter
from urllib.request import urlopen

with urlopen('ORIGEN/api/v1/publico/descargas/candidaturas.csv') as respuesta:
    filas = csv.DictReader(io.TextIOWrapper(respuesta, 'utf-8-sig', newline=''))
    por_cargo = Counter(fila['cargo_nombre'] for fila in filas)
for cargo, cuantas in por_cargo.most_common():
    print(cuantas, cargo)`,
  },
  {
    lenguaje: 'R',
    hace: 'Cruza el cargo y el sexo de todas las candidaturas.',
    texto: `candidaturas <- read.csv("ORIGEN/api/v1/publico/descargas/candidaturas.csv", fileEncoding = "UTF-8-BOM")
print(table(candidaturas$cargo_nombre, candidaturas$sexo))`,
  },
  {
    lenguaje: 'JavaScript',
    hace: 'Recorre dos páginas de la lista. Funciona en un navegador y en Node.',
    texto: `let pagina = 'ORIGEN/api/v1/publico/candidaturas?conPropuestas=true&limite=2'
for (let vuelta = 0; vuelta < 2; vuelta += 1) {
  const { elementos, siguiente } = await (await fetch(pagina)).json()
  for (const { nombre, cargoNombre, lugar } of elementos) console.log(nombre, '·', cargoNombre, '·', lugar)
  if (siguiente === null) break
  const otra = new URL(pagina)
  otra.searchParams.set('despues', siguiente)
  pagina = otra.href
}`,
  },
] as const

const CONCEPTOS = [
  [
    'Proceso',
    'Una instalación publica un solo proceso electoral. `/api/v1/publico/proceso` trae sus catálogos: cargos, lugares y quién postula.',
  ],
  ['Contienda', 'Un cargo en un lugar: quienes aparecen en ella compiten entre sí o integran una misma lista.'],
  ['Candidatura', 'Una persona que compite por un lugar de una contienda. Su `id` no cambia en todo el proceso.'],
  [
    'Corte',
    'Lo público cambia por cortes numerados y firmados. Cada respuesta dice de cuál es. `/api/v1/publico/cortes/{numero}/cambios/{hasta}` dice qué cambió entre dos.',
  ],
  [
    'Dato en blanco',
    'Un campo sin valor trae su razón en `blanco`: no se ha capturado, la persona no lo proporcionó o todavía no se publica.',
  ],
  ['Orden', 'Las listas tienen un orden fijo, para paginar. El orden que ve la ciudadanía se sortea y viene en `/api/v1/publico/indice`.'],
  ['Sin cambios', 'Guarde la `ETag` de cada respuesta y envíela en `If-None-Match`: recibirá 304 mientras nada cambie.'],
  ['Retiros', 'Lo que contesta 404 o 410 dejó de ser público. Bórrelo también de su copia.'],
  ['Límites', 'Si recibe 429 o 503, espere los segundos que dice `Retry-After`.'],
  ['Campos nuevos', 'Dentro de `/api/v1` sólo se agregan rutas y campos. Su programa debe ignorar los que no conozca.'],
] as const
