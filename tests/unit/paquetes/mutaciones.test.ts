/** One mistake at a time in a copy of a pack: each is told by its file, its line and its remedy, and nothing of the pack is given back. */
import { join } from 'node:path'
import { abrirCarpeta, decirFalta, leerPaquete, type FaltaDePaquete, type Textos } from '@conoceles/paquetes'
import { PAQUETES } from '../../support/paquete.ts'

const federal = abrirCarpeta(join(PAQUETES, 'federal'))
const own = abrirCarpeta(join(PAQUETES, 'morelos-2024'))
/** The pack and what it takes of its base in one: so each file can be changed. */
const entero: Textos = new Map([...federal, ...own])

function faltasOf(textos: Textos): FaltaDePaquete[] {
  const lectura = leerPaquete(textos, { baseDe: (clave) => (clave === 'federal' ? federal : null) })
  return 'faltas' in lectura ? lectura.faltas : []
}

type Cambio = (texto: string) => string
const troca =
  (antes: string, despues: string): Cambio =>
  (texto) => {
    if (!texto.includes(antes)) throw new Error(`the file does not say ${antes}`)
    return texto.replace(antes, () => despues)
  }
/** The value of a field of the row that has another value: `"clave": "PAN"` … `"tipo"`. */
const enFila =
  (fila: string, campo: string, valor: string): Cambio =>
  (texto) => {
    const at = texto.indexOf(fila)
    const field = new RegExp(`("${campo}": )("[^"]*"|[\\w.-]+)`)
    if (at < 0 || !field.test(texto.slice(at))) throw new Error(`no ${campo} after ${fila}`)
    return texto.slice(0, at) + texto.slice(at).replace(field, (_all, name: string) => `${name}${valor}`)
  }
const sin =
  (clave: string): Cambio =>
  (texto) => {
    const { [clave]: _gone, ...rest } = JSON.parse(texto) as Record<string, unknown>
    return JSON.stringify(rest, null, 2)
  }

/** Title, file, change, what its line says, what the fault says. */
const MUTACIONES: [string, string, Cambio, string, RegExp][] = [
  ['a comma too many', 'cargos.json', troca('"planilla": null\n    }', '"planilla": null,\n    }'), '"planilla": null,', /Sobra una coma/],
  ['a comma missing', 'grupos.json', troca('"clave": "indigena",', '"clave": "indigena"'), '"nombre"', /Falta una coma/],
  ['quotes that do not close', 'proceso.json', troca('"siglas": "IMPEPAC"', '"siglas": "IMPEPAC'), '"siglas"', /no cierra sus comillas/],
  ['a comment', 'reglas.json', troca('"reglas": [', '"reglas": [ // las de 2024'), '// las de 2024', /comentario/],
  ['an end that is missing', 'lugares.json', (texto) => texto.trimEnd().slice(0, -1), '', /termina sin «}»/],
  ['a section twice', 'secciones.json', troca('"2": ', '"1": '), '"1": ', /«1» está dos veces/],
  ['30 February', 'programa/feriados.json', troca('2023-02-06', '2023-02-30'), '2023-02-30', /«2023-02-30» no es un día/],
  ['an election day that is none', 'paquete.json', troca('2024-06-02', '2024-06-31'), '2024-06-31', /no es un día/],
  ['an election day on a Monday', 'paquete.json', troca('2024-06-02', '2024-06-03'), '2024-06-03', /no es domingo/],
  ['a zone that is not', 'paquete.json', troca('America/Mexico_City', 'America/Cuernavaca'), 'America/Cuernavaca', /no es una zona/],
  ['a pack of a newer format', 'paquete.json', troca('"esquema": 1', '"esquema": 2'), '"esquema": 2', /es del formato 2 .* hasta el 1/],
  [
    'a base that nobody knows',
    'paquete.json',
    troca('"extiende": "federal"', '"extiende": "estatal"'),
    '"extiende"',
    /paquete base «estatal»/,
  ],
  ['no zone', 'paquete.json', sin('zona'), '{', /Falta «zona»/],
  ['a field misspelt', 'actores.json', troca('"figura":', '"figrua":'), '"figrua"', /«figrua» no es de este archivo/],
  ['a field missing', 'cargos.json', troca('"conSuplente": false,', ''), '{', /Falta «conSuplente»/],
  ['a text for a number', 'lugares.json', troca('"lugares": 1', '"lugares": "1"'), '"lugares": "1"', /debe ser un número/],
  ['a value that no list has', 'actores.json', enFila('"PAN"', 'tipo', '"asociacion"'), '"asociacion"', /no admite «asociacion»/],
  ['a confianza that is none', 'grupos.json', enFila('"indigena"', 'confianza', '"segura"'), '"segura"', /no admite «segura»/],
  ['a datum without source', 'grupos.json', enFila('"indigena"', 'fuente', '""'), '"fuente": ""', /no dice su fuente/],
  [
    'identity made public',
    'politica-publicacion.json',
    enFila('"indigena_autoadscripcion"', 'publico', 'true'),
    '"publico": true',
    /dato sensible y quedaría público/,
  ],
  [
    'the date of birth made public',
    'politica-publicacion.json',
    enFila('"fecha_nacimiento"', 'publico', 'true'),
    '"publico": true',
    /dato sensible/,
  ],
  [
    'a public field without legal basis',
    'politica-publicacion.json',
    enFila('"campo": "apodo"', 'base', '""'),
    '"base": ""',
    /público sin fundamento/,
  ],
  [
    'a policy that says nothing of a question',
    'politica-publicacion.json',
    troca('"campo": "motivo"', '"campo": "motivos"'),
    '"campo": "motivos"',
    /«motivos», que no es un campo/,
  ],
  [
    'a question against the policy',
    'cuestionarios/curricular.json',
    enFila('"facebook": {', 'x-publico', 'false'),
    '"x-publico": false',
    /no dicen lo mismo/,
  ],
  [
    'a question without presentation',
    'cuestionarios/curricular.json',
    troca('"x-presentacion": "enlace",', ''),
    '"facebook"',
    /no dice cómo se presenta/,
  ],
  [
    'a group that its question does not declare',
    'grupos.json',
    enFila('"clave": "indigena"', 'pregunta', '"discapacidad_condicion"'),
    '"discapacidad_condicion"',
    /no se declara con «Sí»/,
  ],
  [
    'a closing after election day',
    'proceso.json',
    troca('"cierreCaptura": "2024-05-29"', '"cierreCaptura": "2024-06-05"'),
    '2024-06-05',
    /y la jornada es el 2024-06-02/,
  ],
  [
    'accounts delivered after the closing',
    'proceso.json',
    troca('"entregaCuentas": "2024-04-08"', '"entregaCuentas": "2024-05-30"'),
    '2024-05-30',
    /cierra el 2024-05-29/,
  ],
  [
    'the dates of another proceso',
    'proceso.json',
    troca('"inicioPublicacion": "2024-03-31"', '"inicioPublicacion": "2021-04-04"'),
    '2021-04-04',
    /más de un año antes/,
  ],
  [
    'an event that ends before it starts',
    'programa/calendario.json',
    (texto) => texto.replace(/("fin": ")\d{4}/, '$12019'),
    '"fin": "2019',
    /termina antes de empezar/,
  ],
  [
    'a cargo without contienda',
    'cargos.json',
    enFila('"clave": "diputacion_mr"', 'demarcacion', '"comunidad"'),
    '"demarcacion": "comunidad"',
    /no tiene contienda/,
  ],
  [
    'a cargo of an election that is none',
    'cargos.json',
    enFila('"clave": "diputacion_mr"', 'tipoEleccion', '"ayuntamientos"'),
    '"ayuntamientos"',
    /«ayuntamientos», que no existe/,
  ],
  [
    'a cargo without places',
    'lugares.json',
    enFila('"cargo": "sindicatura"', 'cargo', '"sindicaturas"'),
    '"lugares": [',
    /no dice cuántos lugares tiene «sindicatura-/,
  ],
  ['no places at all', 'lugares.json', troca('"lugares": 8', '"lugares": 0'), '"lugares": 0', /cuántos lugares/],
  ['a cargo twice', 'cargos.json', troca('"clave": "sindicatura"', '"clave": "regiduria"'), '{', /«regiduria» está dos veces/],
  ['a section of a municipio that is none', 'secciones.json', (texto) => texto.replace('"17001"', '"17999"'), '', /«17999», que no existe/],
  ['a municipio without sections', 'demarcaciones.json', enFila('"clave": "17001"', 'clave', '"17901"'), '', /no tiene ninguna sección/],
  [
    'a state with another code',
    'demarcaciones.json',
    enFila('"clave": "17"', 'clave', '"18"'),
    '"clave": "18"',
    /no es la de paquete.json/,
  ],
  [
    'an actor that is none',
    'postulaciones.json',
    enFila('"actor": "SHHM"', 'actor', '"SHM"'),
    '"actor": "SHM"',
    /No existe el actor político «SHM»/,
  ],
  [
    'an alianza with one member',
    'postulaciones.json',
    (texto) => texto.replace(/"integrantes": \[[^\]]*\]/, '"integrantes": ["MORENA"]'),
    '"integrantes"',
    /dos integrantes o más/,
  ],
  [
    'a partido in two alianzas',
    'postulaciones.json',
    (texto) => texto.replace(/"integrantes": \[\s*"PAN",/, '"integrantes": ["PAN", "MORENA",'),
    '{',
    /MORENA en gubernatura-17.* está dos veces/,
  ],
  [
    'a contienda that is none',
    'postulaciones.json',
    (texto) => texto.replace('"demarcaciones": ["17"]', '"demarcaciones": ["71"]'),
    '"cargos"',
    /«gubernatura-71», que no es una contienda/,
  ],
  [
    'a rule for a cargo that is none',
    'reglas.json',
    (texto) => texto.replace('"gubernatura"', '"gobernador"'),
    '"cargos"',
    /cargo que no existe/,
  ],
  [
    'a variable that a document does not have',
    'programa/plantillas.json',
    troca('{sesion_breve}', '{sesion_corta}'),
    '"asunto"',
    /El campo {sesion_corta} no existe/,
  ],
  [
    'a brace without its pair',
    'programa/oficio.json',
    troca('"asunto": "{remite}', '"asunto": "{remite'),
    '"asunto"',
    /llave sin su pareja/,
  ],
  [
    'a name that an aviso does not fill in',
    'avisos-privacidad.json',
    troca('"integral": [', '"integral": [\n        "{{nadie}}",'),
    '"integral"',
    /no llena «{{nadie}}»/,
  ],
  ['a ballot without one of its cargos', 'consulta.json', troca('"frente": ["gubernatura"]', '"frente": []'), '', /no está en una boleta/],
  [
    'a programme without its election day',
    'programa/programa.json',
    (texto) => texto.replace(/("jornadas": \[\s*")2024-06-02/, '$12024-06-09'),
    '"jornadas"',
    /no está entre los inhábiles/,
  ],
  [
    'a step of an area that is none',
    'programa/programa.json',
    (texto) => texto.replace(/("responsables": \[\s*")/, '$1nadie_'),
    '"cadena"',
    /área responsable que no existe/,
  ],
  [
    'an organ without rules for a seat',
    'programa/integraciones.json',
    troca('"organo": "comision"', '"organo": "comite"'),
    '"organo": "comite"',
    /no existe o no sesiona/,
  ],
  [
    'a table that counts half of the answers',
    'estadistica.json',
    (texto) => texto.replace(/"pregunta": "[a-z_]+"/, '"pregunta": "lgbt"'),
    '"pregunta": "lgbt"',
    /no cuenta todas las respuestas/,
  ],
  [
    'a role that must have a second factor',
    'proceso.json',
    troca('{', '{\n  "acceso": { "sinSegundoFactor": ["secretaria"], "fuente": "x", "confianza": "alta" },'),
    '"acceso"',
    /no puede entrar sin segundo factor/,
  ],
  [
    'a party in its first election that enters a coalición',
    'actores.json',
    troca('"clave": "RSPM",', '"clave": "RSPM",\n      "primeraEleccion": true,'),
    '"integrantes"',
    /«RSPM» va en alianza .* su primera elección/,
  ],
  [
    'a party whose registration ends before election day',
    'actores.json',
    troca('"clave": "PT",', '"clave": "PT",\n      "vigencia": { "desde": "1993-01-13", "hasta": "2024-05-31" },'),
    '{',
    /«PT» .* no tiene registro el día de la jornada/,
  ],
]

it('is read whole without a mistake', () => {
  expect(faltasOf(entero)).toEqual([])
  expect(faltasOf(own)).toEqual([])
})

it.each(MUTACIONES)('tells %s', (_title, archivo, cambio, renglon, dice) => {
  const texto = cambio(entero.get(archivo) ?? '')
  const faltas = faltasOf(new Map([...entero, [archivo, texto]]))
  const told = faltas.filter((falta) => dice.test(falta.dice))
  expect([faltas.map(decirFalta), told.length > 0]).toEqual([expect.any(Array), true])
  const [{ archivo: donde, linea, remedio } = { archivo: '', linea: 0, remedio: '' }] = told
  const renglones = (donde === archivo ? texto : (entero.get(donde) ?? '')).split('\n')
  expect(renglones[Number(linea) - 1]).toContain(renglon)
  expect(remedio).toMatch(/^\S.{2,}[^.]$/)
})

it('tells a file that is missing, and one that is of no pack', () => {
  const without = new Map([...own].filter(([archivo]) => archivo !== 'cargos.json'))
  expect(faltasOf(without).map(decirFalta)).toEqual(['cargos.json: Falta este archivo. Cópielo de un paquete de ejemplo y corríjalo.'])
  expect(faltasOf(new Map([...own, ['cargo.json', '{}']])).map(decirFalta)).toEqual([
    'cargo.json, línea 1: Este archivo no es de un paquete. Corrija su nombre, o quítelo.',
  ])
})

it('tells who settles facts that the pack does not have, twice, or without saying who', () => {
  const cierres = [
    { comienzo: 'calendarios.', quien: 'IMPEPAC', donde: 'Acuerdo del calendario' },
    { comienzo: 'colores.', quien: 'IMPEPAC', donde: ' ' },
    { comienzo: 'colores.', quien: '', donde: 'Expediente de registro' },
  ]
  const faltas = faltasOf(new Map([...own, ['por-confirmar.json', JSON.stringify({ cierres }, null, 2)]]))
  expect(faltas.map(({ archivo, linea, dice }) => [archivo, linea, dice])).toEqual([
    ['por-confirmar.json', 4, 'Ningún dato empieza con «calendarios.»'],
    ['por-confirmar.json', 11, 'No dice dónde se leerá'],
    ['por-confirmar.json', 13, '«colores.» está dos veces'],
    ['por-confirmar.json', 15, 'No dice quién lo cierra'],
  ])
})

it('names a fault of the base by the folder of the base', () => {
  const base = new Map([...federal, ['derechos.json', '{']])
  const lectura = leerPaquete(own, { baseDe: () => base })
  expect('faltas' in lectura ? lectura.faltas.map(({ archivo }) => archivo) : []).toEqual(['federal/derechos.json'])
})
