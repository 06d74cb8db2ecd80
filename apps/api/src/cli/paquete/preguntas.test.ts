import { contraMunicipios, municipiosDe } from './preguntas.ts'

it('reads municipios parted by commas or semicolons, and forgives a last one', () => {
  const two = [
    { clave: '29001', nombre: 'Amaxac de Guerrero' },
    { clave: '29002', nombre: 'Apetatitlán' },
  ]
  for (const text of ['29001 Amaxac de Guerrero, 29002 Apetatitlán', '29001 Amaxac de Guerrero;29002 Apetatitlán,']) {
    expect(municipiosDe(text)).toEqual(two)
    expect(contraMunicipios(text, '29')).toBeNull()
  }
})

it.each([
  ['29001 Amaxac 29002 Apetatitlán', '«29001 Amaxac 29002 Apetatitlán» no se entiende'],
  ['29001 Amaxac, Apetatitlán', '«Apetatitlán» no se entiende'],
  ['29001 Amaxac, 17002 Otro', '17002 Otro no es del estado 29'],
  ['29001 Amaxac, 29001 Amaxac', 'La clave 29001 está dos veces'],
  [' , ', 'Escriba algo'],
])('refuses %s, and says why', (text, why) => {
  expect(contraMunicipios(text, '29')).toContain(why)
})
