import { edadEn } from '@conoceles/domain'
import { generateSimulacro } from './generate-simulacro.ts'
import { opcionesDe } from './opciones.ts'
import { smallPack } from '../../../../tests/support/small-pack.ts'
import { CLAVE, INCLUIDOS, pack, paquete } from '../../../../tests/support/paquete.ts'

const options = { semilla: 2024, total: 4163, ahora: opcionesDe(pack).inicio }
const simulacro = generateSimulacro(pack, options)
const municipal = pack.cargos.filter(({ demarcacion }) => demarcacion === 'municipio').map(({ clave }) => clave)
const placesOf = new Map(pack.contiendas.filter(({ cargo }) => municipal.includes(cargo)).map(({ clave, lugares }) => [clave, lugares]))
const personas = new Map(simulacro.personas.map((persona) => [persona.id, persona]))

describe('the whole', () => {
  test('the same options give the same simulacro, another seed another one', () => {
    expect(JSON.stringify(generateSimulacro(pack, options))).toBe(JSON.stringify(simulacro))
    const other = generateSimulacro(pack, { ...options, semilla: 1 })
    expect(other.personas[0]).not.toEqual(simulacro.personas[0])
    expect(other.personas).toHaveLength(4163)
  })
})

describe.each(INCLUIDOS.filter((clave) => clave !== CLAVE).map(paquete))('the simulacro of $clave', (other) => {
  const { personas: people, candidaturas } = generateSimulacro(other, { semilla: 1, total: 4000, ahora: opcionesDe(other).inicio })

  test('fills every postulación with people of one candidatura each', () => {
    expect(new Set(candidaturas.map(({ contienda, actor }) => `${contienda} ${actor}`)).size).toBe(other.postulaciones.length)
    expect(new Set(candidaturas.map(({ personaId }) => personaId)).size).toBe(people.length)
  })
})

describe('personas', () => {
  test('are 4,163, each of them once, with a candidatura and a captura of her own', () => {
    expect(personas.size).toBe(4163)
    expect(new Set(simulacro.personas.map((each) => `${each.nombre} ${each.primerApellido} ${each.segundoApellido ?? ''}`)).size).toBe(4163)
    expect(new Set(simulacro.candidaturas.map(({ personaId }) => personaId)).size).toBe(4163)
    expect(new Set(simulacro.candidaturas.map(({ clave }) => clave)).size).toBe(4163)
    expect(simulacro.capturas.map(({ candidatura }) => candidatura)).toEqual(simulacro.candidaturas.map(({ clave }) => clave))
  })

  test('have names as people have them: accents, compound ones, one surname alone', () => {
    const surnames = new Set(simulacro.personas.map(({ primerApellido }) => primerApellido))
    for (const surname of ['De la O', 'Xicohténcatl', 'Núñez', 'Peña']) expect(surnames).toContain(surname)
    expect(simulacro.personas.some(({ primerApellido }) => primerApellido.includes('-'))).toBe(true)
    expect(simulacro.personas.some(({ segundoApellido }) => segundoApellido === null)).toBe(true)
    expect(simulacro.personas.every(({ nombre }) => nombre === nombre.normalize('NFC').trim())).toBe(true)
  })

  test('are old enough, and as old as their group says', () => {
    for (const { personaId, accionAfirmativa } of simulacro.candidaturas) {
      const edad = edadEn(personas.get(personaId)?.fechaNacimiento ?? '', pack.jornada)
      expect(edad).toBeGreaterThanOrEqual(21)
      if (accionAfirmativa === 'joven') expect(edad).toBeLessThan(30)
      if (accionAfirmativa === 'mayor') expect(edad).toBeGreaterThanOrEqual(60)
    }
  })
})

describe('candidaturas', () => {
  test('fill every postulación of the pack, no list of a municipio over its places', () => {
    const filled = new Map(simulacro.candidaturas.map(({ contienda, actor }) => [`${contienda} ${actor}`, contienda]))
    expect(filled.size).toBe(pack.postulaciones.length)
    for (const { contienda, numero } of simulacro.candidaturas) expect(numero).toBeLessThanOrEqual(placesOf.get(contienda) ?? Infinity)
  })

  test('both members of a fórmula have the same sex, and the sexes alternate along a list', () => {
    const sexoOf = new Map(simulacro.candidaturas.map(({ clave, personaId }) => [clave, personas.get(personaId)?.sexo]))
    for (const { clave, numero, contienda, actor } of simulacro.candidaturas) {
      const mine = sexoOf.get(clave)
      if (clave.endsWith('-S')) expect(sexoOf.get(clave.replace(/S$/, 'P'))).toBe(mine)
      const next = sexoOf.get(`${contienda}-${actor}-${numero + 1}-P`)
      if (next && next !== 'no_binario') expect(next).not.toBe(mine)
    }
  })

  test('come from a party of the alianza, from the party itself, or from nobody', () => {
    const actores = new Map(pack.actores.map((actor) => [actor.clave, actor.tipo]))
    const members = new Map(pack.postulaciones.map(({ contienda, actor, integrantes }) => [`${contienda} ${actor}`, integrantes]))
    for (const { contienda, actor, partidoOrigen, responsable } of simulacro.candidaturas) {
      const allowed = { alianza: members.get(`${contienda} ${actor}`), partido: [actor], independiente: [null] }[
        actores.get(actor) ?? 'partido'
      ]
      expect(allowed).toContain(partidoOrigen)
      expect(responsable).toBe(partidoOrigen ?? actor)
    }
  })

  test('were approved before anybody captured or published', () => {
    const cargoOf = new Map(pack.contiendas.map(({ clave, cargo }) => [clave, cargo]))
    const tipoOf = new Map(pack.cargos.map(({ clave, tipoEleccion }) => [clave, tipoEleccion]))
    const tipos = new Map(pack.tiposEleccion.map((tipo) => [tipo.clave, tipo]))
    for (const { contienda, acuerdoFecha, acuerdoNumero } of simulacro.candidaturas) {
      const { entregaCuentas = '', inicioPublicacion = '' } = tipos.get(tipoOf.get(cargoOf.get(contienda) ?? '') ?? '') ?? {}
      expect([acuerdoFecha < entregaCuentas, acuerdoFecha < inicioPublicacion]).toEqual([true, true])
      expect(acuerdoNumero).toMatch(/^SIMULACRO\//)
    }
  })
})

describe('demonstration accounts', () => {
  const { demoCuentas } = simulacro

  test('one for each role, all of them with a long password at an address that cannot exist', () => {
    expect(new Set(demoCuentas.map(({ rol }) => rol)).size).toBe(9)
    for (const { contrasena, correo } of demoCuentas) {
      expect(contrasena.length).toBeGreaterThanOrEqual(12)
      expect(correo).toMatch(/^[a-z0-9.-]+@simulacro\.example$/)
    }
    expect(new Set(demoCuentas.map(({ correo }) => correo)).size).toBe(demoCuentas.length)
  })

  test('every account has a TOTP secret of 160 bits', () => {
    for (const { totp } of demoCuentas) expect(totp).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('two parties, one independent if any stands, and a persona in the middle of her captura', () => {
    const actors = new Set(demoCuentas.flatMap(({ actor }) => actor ?? []))
    expect(actors.size).toBe(pack.actores.some(({ tipo }) => tipo === 'independiente') ? 3 : 2)
    const candidata = demoCuentas.find(({ rol }) => rol === 'candidata')
    expect(simulacro.capturas.find(({ candidatura }) => candidatura === candidata?.candidatura)?.estatus).toBe('en_captura')
  })
})

describe('another pack', () => {
  test('needs data only', () => {
    const small = generateSimulacro(smallPack(), { semilla: 1, total: 23, ahora: '2030-04-12T10:00:00-07:00' })
    expect(small.personas).toHaveLength(23)
    expect(small.candidaturas.filter(({ calidad }) => calidad === 'suplente')).toHaveLength(9)
    expect(small.canarios.length).toBe(3)
    expect(small.candidaturas.filter(({ contienda }) => contienda === 'junta-C1')).toHaveLength(2)
    expect(small.capturas.some(({ estatus }) => estatus === 'verificada')).toBe(true)
  })

  test('nothing is captured before the accounts are delivered', () => {
    const early = generateSimulacro(smallPack(), { semilla: 1, total: 22, ahora: '2030-04-01T10:00:00-07:00' })
    expect(early.capturas.every(({ estatus }) => estatus === 'sin_captura')).toBe(true)
  })

  test('says so when its places cannot hold so many personas', () => {
    expect(() => generateSimulacro(smallPack(), { semilla: 1, total: 1000, ahora: '2030-04-12T10:00:00-07:00' })).toThrow(
      'ninguna lista puede crecer',
    )
    expect(() => generateSimulacro(smallPack(), { semilla: 1, total: 3, ahora: '2030-04-12T10:00:00-07:00' })).toThrow(
      'no caben en tan pocas',
    )
  })
})
