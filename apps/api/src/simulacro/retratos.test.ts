import sharp from 'sharp'
import { reencodeFotografia } from '../modules/captura/fotografias/reencode-fotografia.ts'
import { rasterizeRetrato } from './rasterize-retrato.ts'
import { drawRetratos } from './retratos.ts'

const retratos = drawRetratos(36, 2024)

describe('drawn portraits', () => {
  test('all are different, and the same again from the same seed', () => {
    expect(new Set(retratos.map(({ svg }) => svg)).size).toBe(36)
    expect(drawRetratos(36, 2024)).toEqual(retratos)
  })

  test('every stage of life is there for women and men', () => {
    const kinds = new Set(retratos.map(({ sexo, stage }) => `${sexo} ${stage}`))
    expect(kinds.size).toBe(6)
  })

  test('each says in words what it shows, and that it is a drawing', () => {
    for (const { textoAlternativo } of retratos) expect(textoAlternativo).toMatch(/^Dibujo de (una mujer|un hombre) .+ con .+\.$/)
  })

  test('as JPEG it is a photograph that the system accepts', async () => {
    const jpeg = await rasterizeRetrato(retratos[0] as (typeof retratos)[number])
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 900, height: 1200 })
    expect(await reencodeFotografia(jpeg)).toMatchObject({ ok: true, fotografia: { ancho: 900, alto: 1200 } })
  })
})
