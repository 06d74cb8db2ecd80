import { ACTOS, esActo, lugarDeCita, NOMBRES_ROL, type Rol } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { cargoEl, type CuentaNombrada } from '../../acceso/index.ts'
import { instanteEnPalabras, diaEnPalabras, retrasoEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { EntregableDetailDto } from '../actividades/index.ts'
import type { ArchivoIndice, Indice } from './indice.ts'

/** The index for people: the same facts as indice.json, to be read without any program but a browser. */
export function toPagina(indice: Indice, personas: readonly CuentaNombrada[] = []): string {
  const { instituto, proceso, alcance, firmadoEn, entregables, archivos } = indice
  const title = alcance === null ? 'Expediente de todo el programa' : `Expediente de ${alcance}`
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${title} · ${instituto.siglas}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p>${escape(instituto.nombre)} · ${escape(proceso.nombre)}</p>
<h1>${escape(title)}</h1>
${proceso.simulacro ? '<p class="aviso"><strong>SIMULACRO: nada de esto tiene valor legal.</strong></p>' : ''}
<p>Firmado el ${escape(instanteEnPalabras(firmadoEn, proceso.zona))}. La firma está en <a href="firma.json">firma.json</a> y cubre <a href="indice.json">indice.json</a>, que dice la huella de cada archivo. Cómo se comprueba, sin ningún programa del Instituto: <a href="COMPROBAR.txt">COMPROBAR.txt</a>.</p>
</header>
<main>
${entregables.length > 1 ? contentsOf(entregables) : ''}
${entregables.map((entregable) => entregableOf(entregable, indice)).join('\n')}
<section>
<h2>Todos los archivos</h2>
${archivosTable(archivos)}
</section>
${bitacoraOf(indice, personas)}
</main>
</body>
</html>
`
}

const STYLE = `:root{color-scheme:light dark;--ink:#1b1d21;--paper:#fbfaf7;--line:#d9d6cf;--soft:#565b63;--link:#20304a}
@media(prefers-color-scheme:dark){:root{--ink:#f2f0ea;--paper:#15171b;--line:#3a3e45;--soft:#b3b7be;--link:#b9cdf2}}
body{margin:0 auto;max-width:72rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
a{color:var(--link)}h2{margin-top:3rem;border-top:1px solid var(--line);padding-top:1.5rem}.aviso{border-left:4px solid;padding-left:1rem}
.tabla{overflow-x:auto}table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
code{font-size:.85em;overflow-wrap:anywhere}.nota{color:var(--soft)}`

function contentsOf(entregables: readonly EntregableDetailDto[]): string {
  const items = entregables.map(({ clave, numero, nombre }) => `<li><a href="#${idOf(clave)}">${escape(`${numero} ${nombre}`)}</a></li>`)
  return `<nav aria-label="Entregables"><ul>${items.join('')}</ul></nav>`
}

function entregableOf(entregable: EntregableDetailDto, { archivos, proceso }: Indice): string {
  const { clave, numero, nombre, mes, evento, contradicciones, resoluciones, fuente } = entregable
  const own = archivos.filter(({ entregables }) => entregables.includes(clave))
  const when = (instant: string) => instanteEnPalabras(instant, proceso.zona)
  const parts = [
    `<p>${escape([`Clave ${clave}`, ...(mes ? [`mes ${mes}`] : []), ...(evento ? [evento.titulo] : [])].join('; '))}</p>`,
    hitosTable(entregable, when),
    statementsTable(entregable),
    list(
      'Contradicciones',
      contradicciones.map(({ texto, resuelto }) => `${texto} (${resuelto ? 'resuelta' : 'sin resolver'})`),
    ),
    list(
      'Decisiones',
      resoluciones.map(({ resueltaEn, statement, razon, rol }) => `${when(resueltaEn)}: rige ${statement}, por ${rol}. ${razon}`),
    ),
    own.length > 0 ? `<h3>Sus archivos</h3>${archivosTable(own)}` : '<p>No tiene archivos.</p>',
    `<p class="nota">Fuente: ${escape(fuente)}</p>`,
  ]
  return `<section id="${idOf(clave)}">\n<h2>${escape(`${numero} ${nombre}`)}</h2>\n${parts.filter(Boolean).join('\n')}\n</section>`
}

function hitosTable({ hitos, cadena }: EntregableDetailDto, when: (instant: string) => string): string {
  const dated = hitos.map(({ milestone, vence, estatus, retrasoMinutos, cumplimiento }) => [
    MILESTONE[milestone] ?? milestone,
    vence ? diaEnPalabras(vence) : 'sin fecha',
    cumplimiento ? `${when(cumplimiento.ocurridoEn)}; traída ${when(cumplimiento.registradoEn)}` : 'sin evidencia',
    cumplimiento ? `${cumplimiento.referencia}; folio ${cumplimiento.folio}` : '',
    `${ESTATUS[estatus] ?? estatus}${retrasoMinutos === null ? '' : `, ${retrasoEnPalabras(retrasoMinutos)}`}`,
  ])
  const named = new Set<string>(hitos.map(({ milestone }) => milestone))
  const others = cadena.flatMap(({ milestone, texto, cumplimiento }) =>
    cumplimiento && !named.has(milestone ?? '')
      ? [[texto, 'sin fecha', when(cumplimiento.ocurridoEn), cumplimiento.referencia, 'Cumplida']]
      : [],
  )
  return table('Momentos', ['Momento', 'Vence', 'Hecho, según su evidencia', 'Referencia', 'Cómo va'], [...dated, ...others])
}

function statementsTable({ statements }: EntregableDetailDto): string {
  if (statements.length === 0) return ''
  const rows = statements.map(({ milestone, cita, fin, rige }) => [
    MILESTONE[milestone] ?? milestone,
    lugarDeCita(cita),
    `«${cita.dice}»`,
    `${fin ? diaEnPalabras(fin) : 'sin fecha'}${rige ? ' (rige)' : ''}`,
  ])
  return table('Lo que dice cada fuente', ['Momento', 'Dónde', 'Qué dice', 'Fecha que da'], rows)
}

function archivosTable(archivos: readonly ArchivoIndice[]): string {
  const rows = archivos.map(({ ruta, titulo, bytes, sha256 }) => [
    { html: `<a href="${escape(ruta)}">${escape(titulo)}</a>` },
    String(bytes),
    { html: `<code>${sha256}</code>` },
  ])
  return table('Archivos y su huella', ['Archivo', 'Bytes', 'SHA-256'], rows)
}

function bitacoraOf({ bitacora, proceso: { zona } }: Indice, personas: readonly CuentaNombrada[]): string {
  const byId = new Map(personas.map((each) => [each.id, each]))
  const rows = bitacora.map(({ n, contenido, hash }) => {
    const { en, acto, rol, cuenta, objeto } = parseJson<Contenido>(contenido)
    const who = personaOf(byId.get(cuenta ?? ''), rol, en)
    const about = UUID.test(objeto.id) ? [] : [objeto.id]
    const name = esActo(acto) ? ACTOS[acto].nombre : 'Otro acto'
    return [String(n), instanteEnPalabras(en, zona), [name, ...about].join(': '), who, { html: `<code>${hash}</code>` }]
  })
  const text =
    'Los actos sobre este expediente, con el número y la huella con que están encadenados. Su contenido completo está en indice.json.'
  const titles = ['Núm.', 'Cuándo', 'Acto', 'Quién y con qué cargo', 'Huella']
  return `<section>\n<h2>Extracto de la bitácora</h2>\n<p>${text}</p>\n${table('Actos', titles, rows)}\n</section>`
}

interface Contenido {
  en: string
  acto: string
  rol: Rol | null
  cuenta: string | null
  objeto: { id: string }
}

/** Name and charge of that day; without the name, the role. */
function personaOf(persona: CuentaNombrada | undefined, rol: Rol | null, en: string): string {
  if (persona) return `${persona.nombre}, ${cargoEl(persona, en, rol ?? persona.rol)}`
  return rol === null ? 'El sistema' : NOMBRES_ROL[rol]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

type Cell = string | { html: string }

function table(caption: string, titles: readonly string[], rows: readonly Cell[][]): string {
  const head = titles.map((title) => `<th scope="col">${escape(title)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${typeof cell === 'string' ? escape(cell) : cell.html}</td>`).join('')}</tr>`,
  )
  return `<div class="tabla" role="region" aria-label="${escape(caption)}" tabindex="0"><table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<h3>${title}</h3><ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
}

const idOf = (clave: string) => `e-${clave.replaceAll(/[^A-Za-z0-9]/g, '-')}`

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const MILESTONE: Record<string, string> = {
  inicio: 'Inicio',
  comision: 'Aprobación de la Comisión',
  integracion: 'Integración del documento',
  pleno: 'Aprobación del Pleno',
  comite: 'Aprobación del Comité de Transparencia',
  presentacion: 'Presentación al Pleno',
  remision: 'Remisión al INE',
  publicacion: 'Publicación',
  termino: 'Periodo',
}

const ESTATUS: Record<string, string> = {
  no_aplica: 'No aplica',
  sin_fecha: 'Sin fecha',
  pendiente: 'Todavía no',
  en_curso: 'En curso',
  por_vencer: 'Por vencer',
  cumplida_en_tiempo: 'Cumplida en tiempo',
  cumplida_tarde: 'Cumplida tarde',
  concluido: 'Periodo concluido',
  vencida: 'Vencida',
}
