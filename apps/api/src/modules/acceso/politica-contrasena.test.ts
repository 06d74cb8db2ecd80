import { COMUNES } from './contrasenas-comunes.ts'
import { problemsOfContrasena } from './politica-contrasena.ts'

const contexto = [
  'IMEJ',
  'Instituto Ejemplar de Procesos Electorales',
  'Partido Lucero Naciente',
  'Rosalba Quintanar',
  'rosalba@ejemplo.mx',
  'conoceles',
]

test.each([
  ['that is too short', 'once letras', 'Use al menos 12 caracteres.'],
  ['that is too long', 'cada vez más larga '.repeat(7), 'Use a lo más 128 caracteres.'],
  ['that everybody uses', 'Contrasena123', 'más usadas'],
  ['that everybody uses, with accents', 'Contraseñá123', 'más usadas'],
  ['that everybody uses, with separators', 'teamo-mucho-12', 'más usadas'],
  ['that everybody uses, with digits for letters', 'p@ssw0rd p@ssw0rd', 'más usadas'],
  ['that everybody uses, with a year', 'administracion2027', 'más usadas'],
  ['of few different characters', 'aaabbbaaabbb', 'secuencia'],
  ['that is one piece twice', 'lunasol lunasol'.replaceAll(' ', ''), 'más usadas|secuencia'],
  ['that is one piece three times', 'ab1zab1zab1z', 'secuencia'],
  ['that climbs', 'fghijklmnopq', 'secuencia'],
  ['that descends', '9876543210zy', 'secuencia'],
  ['built on the usual word', 'Contraseña9182', 'fáciles de adivinar'],
  ['of the institute', 'Instituto2027!', 'fáciles de adivinar'],
  ['of a party', 'LuceroNaciente24', 'fáciles de adivinar'],
  ['of a party, with digits for letters', 'lucer0naci3nte', 'fáciles de adivinar'],
  ['of her own name', 'rosalba.quintanar.1', 'fáciles de adivinar'],
  ['of the system', 'Conóceles#2024', 'fáciles de adivinar'],
])('a password %s is refused', (_, contrasena, reason) => {
  expect(problemsOfContrasena(contrasena, contexto).join(' ')).toMatch(new RegExp(reason))
})

test.each([
  'tortuga verde camina lento',
  'x8Kq2!vLpz0T',
  'Mi abuela hacía pan los jueves',
  'instituto de las nubes moradas',
  'ñandú añil 7 güeros',
  '猫が好きです毎日散歩する人',
  'a'.repeat(3) + 'zQ19#kd0xw',
])('«%s» is accepted', (contrasena) => {
  expect(problemsOfContrasena(contrasena, contexto)).toEqual([])
})

test('length is counted in characters that people see, not in bytes', () => {
  expect(problemsOfContrasena('🌵🌶🍋🍇🍉🍓🥭🍍🥥🥑🍅', [])).toEqual(['Use al menos 12 caracteres.'])
  expect(problemsOfContrasena('🌵🌶🍋🍇🍉🍓🥭🍍🥥🥑🍅🌽', [])).toEqual([])
})

test('no context word means no context refusal', () => {
  expect(problemsOfContrasena('LuceroNaciente24', [])).toEqual([])
})

test('the list holds only what could pass the length, in the form that is compared', () => {
  for (const common of COMUNES) expect(common).toMatch(/^[\x21-\x7e]{12,}$/)
  expect([...COMUNES].filter((common) => common !== common.toLowerCase())).toEqual([])
})
