import { lazy } from './memo.ts'

it('makes nothing before it is asked for, and then once, also when it made undefined', () => {
  const make = jest.fn(() => undefined)
  const asked = lazy(make)
  expect(make).not.toHaveBeenCalled()
  expect([asked(), asked()]).toEqual([undefined, undefined])
  expect(make).toHaveBeenCalledTimes(1)
})
