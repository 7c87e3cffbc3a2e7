/** A verb that was asked for something that there is not, or in a way that it does not know: exit code 2. */
export class AskedWrongly extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = "AskedWrongly";
  }
}
