import { problemsOfContrasena } from './politica-contrasena.ts'

const contexto = [
  'IMEJ',
  'Instituto Ejemplar de Procesos Electorales',
  'Partido Lucero Naciente',
  'Rosalba Quintanar',
  'rosalba@ejemplo.mx',
  'conoceles',
]

/** Built as people build them: a known word with a capital, a year or digits, and a sign. */
const CONOCIDAS = `
Password123! Mexico2024* Qwerty12345! Impepac2027! Contrasena123! Contraseña2024 Morelos2027! Conoceles2027* Candidata2027! Admin123456!
Administrador1 Bienvenido123! Cuernavaca2024 Guadalupe1234 Usuario12345! 123456789012 abcdef123456 qwertyuiop12 Asdfghjkl123! 1qaz2wsx3edc
P@ssw0rd1234 p@ssw0rdp@ssw0rd Iloveyou1234 Teamomucho123 Chivas123456! America123456 Futbol2026!!! Princesa12345 Rosalba.Quintanar1
LuceroNaciente24 Elecciones2027! Presidente2024 Secretaria2024! Verificacion1! Welcome12345! Monterrey2024! Viva.Mexico.2024 Temporal2024!
correcthorsebatterystaple realmadrid123
`
  .trim()
  .split(/\s+/)

test('no password of forty well-known ones passes', async () => {
  const judged = await Promise.all(
    CONOCIDAS.map(async (contrasena) => [contrasena, await problemsOfContrasena(contrasena, contexto)] as const),
  )
  expect(judged).toHaveLength(40)
  expect(judged.filter(([, problems]) => problems.length === 0)).toEqual([])
})

test.each([
  ['that is too short', 'once letras', 'Use al menos 12 caracteres.'],
  ['that is too long', 'cada vez más larga '.repeat(7), 'Use a lo más 128 caracteres.'],
  ['that everybody uses', 'Bienvenido123!', 'se prueban primero.*Use cuatro o más palabras'],
  ['of one piece over and over', 'ab1zab1zab1z', 'secuencia.*Use cuatro'],
  ['of her own name', 'rosalba.quintanar.1', 'su nombre.*Use cuatro'],
  ['of her own mailbox', 'Rosalba@ejemplo.mx1', 'su correo.*Use cuatro'],
  ['of the system', 'Conóceles#2024', 'palabras del sistema.*Use cuatro'],
  ['of the whole name of the institute', 'InstitutoEjemplardeProcesosElectorales24', 'palabras del sistema'],
  ['of a party, with digits for letters', 'lucer0naci3nte', 'un partido'],
])('a password %s is refused, with what to do', async (_, contrasena, reason) => {
  expect((await problemsOfContrasena(contrasena, contexto)).join(' ')).toMatch(new RegExp(reason))
})

test.each([
  'tortuga verde camina lento',
  'x8Kq2!vLpz0T',
  'Mi abuela hacía pan los jueves',
  'instituto de las nubes moradas',
  'ñandú añil 7 güeros',
  '猫が好きです毎日散歩する人',
  'caballo mesa lluvia quinqué',
  'el perro azul come tunas',
])('«%s» is accepted', async (contrasena) => {
  expect(await problemsOfContrasena(contrasena, contexto)).toEqual([])
})

test('length is counted in characters that people see, not in bytes', async () => {
  expect(await problemsOfContrasena('🌵🌶🍋🍇🍉🍓🥭🍍🥥🥑🍅', [])).toEqual(['Use al menos 12 caracteres.'])
  expect(await problemsOfContrasena('🌵🌶🍋🍇🍉🍓🥭🍍🥥🥑🍅🌽', [])).toEqual([])
})

test('the longest password is judged within two seconds', async () => {
  const start = performance.now()
  await problemsOfContrasena('aB3$'.repeat(32), contexto)
  expect(performance.now() - start).toBeLessThan(2000)
})
