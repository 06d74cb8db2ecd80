import { linkOf } from './enlaces.ts'

const LISTA = '/api/v1/publico/candidaturas'

it('names the first page and the next with the same filters', () => {
  expect(linkOf(`${LISTA}?q=mar%C3%ADa%20l&despues=a1&limite=20`, 'b 2')).toBe(
    `<${LISTA}?q=mar%C3%ADa+l&limite=20>; rel="first", <${LISTA}?q=mar%C3%ADa+l&limite=20&despues=b+2>; rel="next"`,
  )
})

it('names no next page at the end', () => {
  expect(linkOf(`${LISTA}?despues=a1`, null)).toBe(`<${LISTA}>; rel="first"`)
})

it('lets no text of a query out of its address', () => {
  const link = linkOf(`${LISTA}?q=%3E%0D%0Ax%3Cñ`, null)
  expect(link).toBe(`<${LISTA}?q=%3E%0D%0Ax%3C%C3%B1>; rel="first"`)
})
