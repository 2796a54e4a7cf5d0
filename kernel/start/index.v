(** The equations of start/index, proved by Coq's kernel for every size.

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

(** front-least-squares: 40d999294a5549e3 *)
Theorem front_least_squares
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit) :
  ((1 / 2%:R) * (sqn ((X *m (w + eps *: d_w)) + (- y)))) = ((1 / 2%:R) * (sqn ((X *m w) + (- y)))) + eps * dot (X^T *m ((X *m w) + (- y))) d_w.
Proof. prove. Qed.

Print Assumptions front_least_squares.
