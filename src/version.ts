/** The version of this source; script/release and a test hold it and package.json together. */
export const version = '1.0.0'
