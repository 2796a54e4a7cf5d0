(** The equations of start/how-to-read, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** reading-quadratic-form: 25646b6233ff39b0 *)
Theorem reading_quadratic_form
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (A : 'M[R]_n)
    (small : eps * eps = 0) :
  (dot (x + eps *: d_x) (A *m (x + eps *: d_x))) = (dot x (A *m x)) + eps * dot ((A + A^T) *m x) d_x.
Proof. prove. Qed.

Print Assumptions reading_quadratic_form.
